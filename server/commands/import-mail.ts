// Takes old mail over from files, which may be larger than anybody uploads; a desk that runs, or will, imports it.
import { resolve } from 'node:path'
import type pg from 'pg'
import { languages, sentence } from '../../locales/index.ts'
import { importFiles } from '../modules/channels/index.ts'
import type { Config } from '../platform/config.ts'
import { becomeUnprivileged } from '../platform/drop-root.ts'
import { borrowEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { AppError } from '../platform/errors.ts'
import { createLog, type Log } from '../platform/log.ts'
import { openApp } from './open-app.ts'
import { UsageError } from './usage-error.ts'

/** `import-mail <mailbox> <mbox file or folder of .eml files> …`: beside a running desk or not. */
export async function importMail(
  config: Config,
  [address, ...paths]: string[],
  say: (text: string) => void,
): Promise<void> {
  if (!address || paths.length === 0) {
    throw new UsageError('Usage: npm start -- import-mail <mailbox> <mbox file or folder of .eml files> …')
  }
  const { databaseUrl, dataFolder, runAs, logLevel } = config
  const log = createLog(logLevel === 'info' ? 'warn' : logLevel)
  // Before the process moves into the data folder.
  const files = paths.map(path => resolve(path))
  const take = (connection: pg.ClientConfig) => takeOver(config, connection, log, address, files)
  const mails = databaseUrl
    ? await take({ connectionString: databaseUrl })
    : await borrowEmbeddedPostgres({ folder: dataFolder, user: runAs, log }, take)
  say(`Mails copied into the desk: ${mails}. It imports them as soon as it runs.`)
  say('Settings, Mailboxes shows how far it is.')
}

async function takeOver(
  config: Config,
  connection: pg.ClientConfig,
  log: Log,
  address: string,
  files: string[],
): Promise<number> {
  const app = await openApp(config, connection, log)
  try {
    // The copies are the desk's: its user has to be able to read them, and to wipe them.
    becomeUnprivileged(config)
    return (await importFiles(app.desk, address, files)).mails
  } catch (error) {
    throw inWords(error, address)
  } finally {
    await app.close()
  }
}

/** What an operator can mend, as a sentence. */
function inWords(error: unknown, address: string): unknown {
  if (error instanceof AppError) {
    const { code, details } = error
    if (code === 'not_found') return new UsageError(`The desk has no mailbox ${address}.`)
    const sentences = Object.keys(languages).map(locale => sentence(locale, code, details))
    return new UsageError([`${code}: ${sentences[0]}`, ...sentences.slice(1)].join('\n'))
  }
  const { code, path } = error as NodeJS.ErrnoException
  if (!code || !path) return error
  return new UsageError(`${path} can't be read (${code}); the desk's own user has to be able to.`)
}
