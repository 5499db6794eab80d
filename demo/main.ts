// `npm run demo`: a desk that is alive, an exchange to write from, and what a newcomer needs to know about both.
import { stopOnSignals } from '../server/commands/serve.ts'
import { ConfigError, readConfig } from '../server/platform/config.ts'
import { EmbeddedPostgresError } from '../server/platform/embedded-postgres.ts'
import { DemoError } from './desk/prepare.ts'
import { readOptions, usage } from './options.ts'
import { administrator, newcomer, password } from './people.ts'
import { type Demo, startDemo } from './start.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)

try {
  const options = readOptions(process.argv.slice(3), process.env)
  if (options.help) say(usage)
  else {
    const quiet = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'error' }
    const demo = await startDemo(readConfig(quiet, 'demo'), options, say)
    stopOnSignals(demo.stop)
    say(welcome(demo, options.rate))
  }
} catch (error) {
  // What a reader can mend needs no stack.
  const mendable =
    error instanceof DemoError || error instanceof ConfigError || error instanceof EmbeddedPostgresError
  process.stderr.write(`${mendable ? error.message : ((error as Error)?.stack ?? String(error))}\n`)
  process.exit(1)
}

function welcome({ desk, exchange }: Demo, rate: number): string {
  const row = (name: string, where: string, what: string) => `  ${name.padEnd(15)}${where.padEnd(27)}${what}`
  return `
${row('Exchange', exchange, 'the chat, as a customer sees it')}
${row('Desk', desk, 'where the team answers')}
${row('Agent', newcomer.email, password)}
${row('Administrator', administrator.email, password)}

Try this first: sign in at the desk as the agent and switch from away to available; then open the exchange in a second
window and write to its support. ${rate > 0 ? `Meanwhile about ${rate} customers a minute write to the desk, more when the market drops.` : ''}
Nothing here is real, and it stays on this machine. Ctrl+C ends it; npm run demo -- --help shows what else it can do.`
}
