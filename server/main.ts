// The commands: serve | migrate | backup | restore | move-to-postgres | create-admin | import-mail. `npm start` is serve.
import { createAdmin } from './commands/create-admin.ts'
import { importMail } from './commands/import-mail.ts'
import { migrateNow } from './commands/migrate.ts'
import { backUp, moveTo, restoreFrom } from './commands/move-data.ts'
import { startNode, stopOnSignals } from './commands/serve.ts'
import { UsageError } from './commands/usage-error.ts'
import { firstAdministratorLink } from './modules/identity/index.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { EmbeddedPostgresError } from './platform/embedded-postgres.ts'

type Command = (config: Config, args: string[]) => Promise<void>

const say = (text: string) => void process.stdout.write(`${text}\n`)

const commands: Record<string, Command> = {
  serve: async config => {
    const node = await startNode(config)
    stopOnSignals(node.stop)
    say(`\nBallast is ready at ${config.publicUrl}`)
    const link = await firstAdministratorLink(node.app.desk, config.publicUrl)
    if (link)
      say(`There is no administrator yet. This link makes you one; it works once, for a day:\n\n  ${link}\n`)
    say('Ctrl+C ends it.')
  },
  migrate: config => migrateNow(config, say),
  backup: (config, args) => backUp(config, args, say),
  restore: (config, args) => restoreFrom(config, args, say),
  'move-to-postgres': (config, args) => moveTo(config, args, say),
  'create-admin': (config, args) => createAdmin(config, args, say),
  'import-mail': (config, args) => importMail(config, args, say),
}

const [name = 'serve', ...args] = process.argv.slice(2)
const command = commands[name]

if (!command) {
  process.stderr.write(`There is no command “${name}”. There are: ${Object.keys(commands).join(', ')}.\n`)
  process.exitCode = 2
} else {
  await run(command)
}

async function run(work: Command): Promise<void> {
  try {
    await work(readConfig(), args)
  } catch (error) {
    // What an operator can mend needs no stack.
    const mendable = [ConfigError, EmbeddedPostgresError, UsageError].some(kind => error instanceof kind)
    process.stderr.write(
      `${mendable ? (error as Error).message : ((error as Error)?.stack ?? String(error))}\n`,
    )
    process.exit(1)
  }
}
