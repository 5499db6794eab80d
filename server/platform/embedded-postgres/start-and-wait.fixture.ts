// Tests need a second Ballast that can be killed: this starts the database, says where it is and waits.

import { EmbeddedPostgresError, type Reporter, startEmbeddedPostgres } from '../embedded-postgres.ts'
import { lookUpUser, startedAsRoot } from '../run-as.ts'

const quiet: Reporter = { info() {}, warn() {}, error() {} }
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  const folder = process.argv[2] ?? ''
  const user = startedAsRoot() ? lookUpUser('nobody') : null
  const { connection, adopted } = await startEmbeddedPostgres({ folder, user, log: quiet })
  say({ connection, adopted })
} catch (error) {
  say({ refused: error instanceof EmbeddedPostgresError ? error.code : String(error) })
  process.exitCode = 1
}
