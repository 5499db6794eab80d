// What a caught value is can't be known by its type; these two ask it safely.

/** Whether the caught value is a system or database error with this code, such as ENOENT or 57P03. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
