// Makes an administrator from the terminal, for those who lost the link or locked themselves out.
import { createInterface } from 'node:readline/promises'
import { createAdministrator } from '../modules/identity/index.ts'
import type { Config } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { connect } from './connect.ts'
import { openApp } from './open-app.ts'
import { UsageError } from './usage-error.ts'

/** `create-admin <email> <name>`; the password is read from standard input. */
export async function createAdmin(
  config: Config,
  [email, ...name]: string[],
  say: (text: string) => void,
): Promise<void> {
  if (!email || name.length === 0) throw new UsageError('Usage: npm start -- create-admin <email> <name>')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const password = await terminal.question('Password (at least 12 characters): ')
  terminal.close()
  const log = createLog(config.logLevel)
  const database = await connect(config, log)
  const app = await openApp(config, database.connection, log)
  try {
    await createAdministrator(app.desk, { email, name: name.join(' '), password })
    say(`${email} is an administrator now.`)
  } finally {
    await app.close()
    await database.stop()
  }
}
