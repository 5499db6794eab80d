// Whoever starts a desk must read in one line what is wrong with the database and what to do about it.

export type FailureCode =
  | 'no_binary'
  | 'scripts_refused'
  | 'cannot_run'
  | 'other_major'
  | 'wrong_owner'
  | 'foreign_folder'
  | 'in_use'
  | 'no_answer'
  | 'did_not_start'

/** A start of the embedded database that can't succeed by itself; the message names the remedy. */
export class EmbeddedPostgresError extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string) {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.code = code
  }
}
