// JSON logs with request, actor and event ids; never the words of a customer.
import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>

/** A log that writes one JSON object a line to standard output. */
export const createLog = (level: string): Log =>
  pino({
    level,
    redact: {
      paths: ['*.password', '*.token', '*.body', '*.code', 'req.headers.authorization', 'req.headers.cookie'],
      censor: '[removed]',
    },
  })

/** A log that keeps quiet, for tests. */
export const silentLog = (): Log => pino({ level: 'silent' })
