// A mail server of Debian's for tests: Exim on loopback, with a folder, a port and a queue of its own; the machine's own is left alone.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lookUpUser, startedAsRoot } from '../server/platform/run-as.ts'

const program = '/usr/sbin/exim4'

/** The path of an Exim, or null. */
export const findExim = (): string | null => (existsSync(program) ? program : null)

export interface EximOptions {
  /** Where it listens: desks want to know before they have a port themselves. */
  port: number
  /** Desks that take mail for addresses of a domain, by the lines of the operator's guide. */
  desks: { domain: string; mailboxes: string[]; port: number; lmtp?: boolean }[]
  /** Folders of mailboxes by address; whoever isn't here is unknown. */
  mailboxes: Record<string, string>
  /** Addresses with a mailbox whose owner is on holiday, and says so to whoever writes in person. */
  away?: string[]
}

export interface Exim {
  port: number
  /** Who sent each mail that it took over, in order; empty for mails that nobody is told about when they fail. */
  senders(): string[]
  /** How many mails wait to be delivered. */
  waiting(): number
  /** All that it wrote down. */
  log(): string
  remove(): Promise<void>
}

/** Starts one; it believes everybody and asks no name server. */
export async function startExim(options: EximOptions): Promise<Exim> {
  const runAs = startedAsRoot() ? lookUpUser('nobody') : null
  const folder = mkdtempSync(join(tmpdir(), 'ballast-exim-'))
  chmodSync(folder, 0o755)
  const mine = (path: string) => runAs && chownSync(path, runAs.uid, runAs.gid)
  mine(folder)
  for (const name of ['spool', 'log', 'once']) {
    mkdirSync(join(folder, name))
    mine(join(folder, name))
  }
  const name = runAs?.name ?? userInfo().username
  const group = execFileSync('id', ['-gn', name], { encoding: 'utf8' }).trim()
  const config = join(folder, 'exim.conf')
  writeFileSync(config, settings(folder, { user: name, group }, options))
  // A process group of its own, so that those it starts can be ended with it.
  const child = spawn(program, ['-C', config, '-bdf', '-q1s'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const log = () => textOf(join(folder, 'log/mainlog')) + textOf(join(folder, 'log/paniclog'))
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  const exit = () => process.exit(1)
  process.once('SIGTERM', exit).once('SIGINT', exit)
  process.once('exit', () => {
    if (!isOver()) process.kill(-child.pid!, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  await greets(options.port, child, () => `${said}\n${log()}`)
  return {
    port: options.port,
    senders: () => [...log().matchAll(/ <= (\S+) /g)].map(([, sender]) => (sender === '<>' ? '' : sender!)),
    waiting: () =>
      readdirSync(join(folder, 'spool/input'), { recursive: true }).filter(file =>
        String(file).endsWith('-H'),
      ).length,
    log,
    remove: async () => {
      if (!isOver()) {
        const ended = once(child, 'exit')
        process.kill(-child.pid!, 'SIGKILL')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

const settings = (
  folder: string,
  { user, group }: { user: string; group: string },
  { port, desks, mailboxes, away = [] }: EximOptions,
) => `
exim_user = ${user}
exim_group = ${group}
trusted_users = ${user}
never_users =
deliver_drop_privilege
primary_hostname = mx.test
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
disable_ipv6
tls_advertise_hosts =
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =
acl_smtp_rcpt = everything
acl_smtp_data = everything
message_size_limit = 50M

begin acl
everything:
  accept

begin routers
${desks.map(routerOf).join('')}
holiday:
  driver = redirect
  condition = \${if inlisti{$local_part@$domain}{${away.join(':')}}}
  data = #Exim filter\\n\\
    if personal then\\n\\
    mail to $reply_address subject "On holiday" text "I am back in two weeks." once ${folder}/once/seen\\n\\
    endif
  allow_filter
  reply_transport = reply
  user = ${user}
  group = ${group}
mailbox:
  driver = accept
  condition = \${if inlisti{$local_part@$domain}{${Object.keys(mailboxes).join(':')}}}
  transport = mailbox

begin transports
${desks.map(transportOf).join('')}
reply:
  driver = autoreply
  user = ${user}
  group = ${group}
mailbox:
  driver = appendfile
  directory = \${extract{\${lc:$local_part@$domain}}{${Object.entries(mailboxes)
    .map(([address, maildir]) => `${address}=${maildir}`)
    .join(' ')}}}
  maildir_format
  user = ${user}
  group = ${group}

begin retry
* * F,1h,1s
`

// By the lines of the operator's guide: what is tried here is what it says.
const routerOf = ({ domain, mailboxes }: EximOptions['desks'][number], index: number) => `
ballast${index}:
  driver = manualroute
  domains = ${domain}
  local_parts = ${mailboxes.join(' : ')}
  local_part_suffix = +*
  local_part_suffix_optional
  route_list = * 127.0.0.1
  self = send
  transport = ballast${index}
`

const transportOf = ({ port, lmtp = false }: EximOptions['desks'][number], index: number) => `
ballast${index}:
  driver = smtp
  port = ${port}
  allow_localhost
  rcpt_include_affixes
${lmtp ? '  protocol = lmtp\n' : ''}`

async function greets(port: number, child: ChildProcess, wrong: () => string): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await new Promise<boolean>(resolve => {
      socket.once('data', () => resolve(true))
      socket.once('close', () => resolve(false)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isThere) return
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`Exim doesn't answer: ${wrong()}`)
    await pause(50)
  }
}
