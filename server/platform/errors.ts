// The one error that is meant for a reader; anything else that is thrown becomes `internal`, and says nothing.
import { type ErrorCode, errorStatus } from '../../contract/errors.ts'

export type ErrorDetails = Record<string, unknown> & {
  /** Seconds until trying again makes sense. */
  retryAfter?: number
}

/** An error with a stable code; its sentence is in `locales/`, filled with the details. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly status: number

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
    this.status = errorStatus[code]
  }
}

/** What cannot be had now, or is somebody else's: the two must look the same. */
export const notFound = (): AppError => new AppError('not_found')

/** Whether the database refused a row because a unique one exists. */
export const isUniqueViolation = (error: unknown): boolean => sqlState(error) === '23505'

/** The five-letter SQL state of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Turns faults of the surroundings into the codes that clients know how to wait for. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const state = sqlState(error)
  if (state === '53100') return new AppError('storage_full')
  if (state && unstorable.has(state)) return new AppError('invalid_input')
  if (isConnectionFault(error, state)) return new AppError('unavailable', { retryAfter: 2 })
  return new AppError('internal')
}

/** Numbers beyond a column's range and characters that no text of the database can hold: the sender's, not ours. */
const unstorable = new Set(['22003', '22021', '22P05'])
const connectionStates = new Set(['57P01', '57P02', '57P03', '53300', '57014', '08000', '08003', '08006'])
const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

function isConnectionFault(error: unknown, state: string | undefined): boolean {
  if (state && connectionStates.has(state)) return true
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  if (code && connectionCodes.has(code)) return true
  return /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered/.test(
    message ?? '',
  )
}
