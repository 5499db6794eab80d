// An IMAP server of Debian's for tests: on loopback, with a folder, ports and users of its own; the machine's own is left alone.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lookUpUser, type RunAs, startedAsRoot } from '../server/platform/run-as.ts'

const program = '/usr/sbin/dovecot'

/** The path of a Dovecot, or null. */
export const findDovecot = (): string | null => (existsSync(program) ? program : null)

export interface Dovecot {
  /** STARTTLS, or nothing; then TLS from the start. */
  port: number
  tlsPort: number
  /** What its certificate is signed by, in PEM: itself. */
  ca: string
  user: string
  password: string
  /** INBOX as a folder, for a mail server to deliver into. */
  maildir: string
  /** Puts a mail into INBOX as a mail server does, now unless told otherwise, or into another folder. */
  deliver(mail: string | Buffer, arrived?: Date, folder?: string): void
  makeFolder(name: string): void
  /** How many files lie in a folder: those nobody has seen, and all. */
  count(folder?: string): { unseen: number; all: number }
  /** The files of mails in INBOX. */
  files(): string[]
  setPassword(password: string): void
  /** Forgets which UIDs it gave, so that UIDVALIDITY changes; it must be stopped. */
  forgetUids(): void
  start(): Promise<void>
  /** Every process of it stands still, as on a machine that hangs. */
  freeze(): void
  thaw(): void
  /** Without a farewell, as when the machine loses power. */
  kill(): Promise<void>
  /** Ends it for good. */
  remove(): Promise<void>
}

/** Starts one. It knows one user, and one folder INBOX. */
export async function startDovecot(): Promise<Dovecot> {
  const runAs = startedAsRoot() ? lookUpUser('nobody') : null
  const folder = mkdtempSync(join(tmpdir(), 'ballast-dovecot-'))
  chmodSync(folder, 0o755)
  const mine = (path: string) => runAs && chownSync(path, runAs.uid, runAs.gid)
  const made = (path: string) => {
    mkdirSync(path, { recursive: true })
    mine(path)
    return path
  }
  mine(folder)
  const maildir = made(join(folder, 'mail'))
  const pathOf = (name: string) => (name === 'INBOX' ? maildir : join(maildir, `.${name}`))
  const makeFolder = (name: string) => {
    for (const part of ['', 'new', 'cur', 'tmp']) made(join(pathOf(name), part))
  }
  makeFolder('INBOX')
  const users = join(folder, 'users')
  const setPassword = (password: string) => writeFileSync(users, `help:{PLAIN}${password}::::::\n`)
  setPassword('right')
  const [port, tlsPort] = [await freePort(), await freePort()]
  makeCertificate(folder, mine)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, settings(folder, runAs, port, tlsPort))
  let child: ChildProcess | undefined

  const start = async () => {
    // A process group of its own, so that those it starts can be ended with it.
    child = spawn(program, ['-F', '-c', config], {
      stdio: 'ignore',
      detached: true,
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    })
    await answers(port, () => `${child?.exitCode}: ${logOf(folder)}`)
  }
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    process.kill(-child.pid!, 'SIGKILL')
    await ended
  }
  await start()
  // A server outlives the process that started it, so one that ends before its tests do must take it along.
  const exit = () => process.exit(1)
  process.once('SIGTERM', exit).once('SIGINT', exit)
  process.once('exit', () => {
    if (child && child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const list = (name: string, part: string) => readdirSync(join(pathOf(name), part))
  return {
    port,
    tlsPort,
    ca: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    user: 'help',
    password: 'right',
    maildir,
    deliver: (mail, arrived = new Date(), name = 'INBOX') => {
      const file = `${Date.now()}.${randomBytes(6).toString('hex')}.test`
      const path = join(pathOf(name), 'tmp', file)
      writeFileSync(path, mail)
      mine(path)
      utimesSync(path, arrived, arrived)
      renameSync(path, join(pathOf(name), 'new', file))
    },
    makeFolder,
    count: (name = 'INBOX') => {
      const all = [...list(name, 'new'), ...list(name, 'cur')]
      return { unseen: all.filter(file => !/:2,\w*S/.test(file)).length, all: all.length }
    },
    files: () => ['new', 'cur'].flatMap(part => list('INBOX', part).map(file => join(maildir, part, file))),
    setPassword,
    forgetUids: () => {
      for (const file of readdirSync(maildir)) {
        if (file.startsWith('dovecot')) rmSync(join(maildir, file), { recursive: true })
      }
    },
    start,
    freeze: () => void process.kill(-child!.pid!, 'SIGSTOP'),
    thaw: () => void process.kill(-child!.pid!, 'SIGCONT'),
    kill,
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function settings(folder: string, runAs: RunAs | null, port: number, tlsPort: number): string {
  const name = runAs?.name ?? userInfo().username
  const group = execFileSync('id', ['-gn', name], { encoding: 'utf8' }).trim()
  const unconfined = ['anvil', 'imap-login', 'stats', 'auth', 'imap', 'log', 'config']
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
first_valid_uid = 1
last_valid_uid = 0
first_valid_gid = 1
mail_uid = ${name}
mail_gid = ${group}
mail_home = ${folder}
mail_location = maildir:${folder}/mail
disable_plaintext_auth = no
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${name} gid=${group} home=${folder}
}
${unconfined.map(service => `service ${service} {\n  chroot =\n}`).join('\n')}
# Waits after wrong passwords are for strangers.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
`
}

function makeCertificate(folder: string, mine: (path: string) => unknown): void {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const about = [
    '-days',
    '3',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
  ]
  execFileSync('openssl', [...request, ...about, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  mine(key)
  mine(cert)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function answers(port: number, wrong: () => string): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await Promise.race([
      once(socket, 'data').then(
        () => true,
        () => false,
      ),
      once(socket, 'close').then(
        () => false,
        () => false,
      ),
    ])
    socket.destroy()
    if (isThere) return
    if (Date.now() > deadline) throw new Error(`Dovecot doesn't answer: ${wrong()}`)
    await pause(50)
  }
}

const logOf = (folder: string): string =>
  existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').slice(-2_000) : 'no log'
