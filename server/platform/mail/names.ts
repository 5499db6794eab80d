// Answers of the name system hold for a moment: mails of one domain come together, and each asks for the same names.
import type { DNSResolver } from 'mailauth'

const mostKept = 2_000
/** Characters of an answer; longer ones are asked for again. */
const longestKept = 4_000
const lasting = new Set(['ENOTFOUND', 'ENODATA'])

type Answer = ReturnType<DNSResolver>

/** Asks `resolver`, once for those who ask within `holdMs`. "There is none" holds as well; failures don't. */
export function remembering(resolver: DNSResolver, holdMs: number): DNSResolver {
  const known = new Map<string, { answer: Answer; until: number }>()

  function forget(key: string, answer: Answer): void {
    if (known.get(key)?.answer === answer) known.delete(key)
  }

  return (name, type) => {
    const key = `${type} ${name}`
    const before = known.get(key)
    if (before && before.until > performance.now()) return before.answer
    const answer = Promise.resolve(resolver(name, type))
    known.delete(key)
    known.set(key, { answer, until: performance.now() + holdMs })
    if (known.size > mostKept) known.delete(known.keys().next().value!)
    answer.then(
      records => JSON.stringify(records).length > longestKept && forget(key, answer),
      error => lasting.has(String(error?.code)) || forget(key, answer),
    )
    return answer
  }
}
