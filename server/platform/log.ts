// JSON logs with request, actor and event ids; never the words of a customer.
import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>

/** A log that writes one JSON object a line to standard output. */
export const createLog = (level: string): Log =>
  pino({
    level,
    serializers: { err: errorInBrief },
    redact: {
      paths: ['*.password', '*.token', '*.body', '*.code', 'req.headers.authorization', 'req.headers.cookie'],
      censor: '[removed]',
    },
  })

/** What helps to find a fault. Whatever else hangs on an error (rows, clients, requests) may be somebody's secret. */
function errorInBrief(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const { code, table, constraint, routine } = error as Error & Record<string, unknown>
  return { name: error.name, message: error.message, stack: error.stack, code, table, constraint, routine }
}

/** A log that keeps quiet, for tests. */
export const silentLog = (): Log => pino({ level: 'silent' })
