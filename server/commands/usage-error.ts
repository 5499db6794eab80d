// What the operator can mend by themselves: told in a sentence, without a stack.

export class UsageError extends Error {
  override name = 'UsageError'
}
