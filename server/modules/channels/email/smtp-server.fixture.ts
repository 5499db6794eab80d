// A mail server for tests: takes what it is sent, or refuses in the way it is told.
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface ReceivedMail {
  from: string
  recipients: string[]
  /** Header lines as they came, folded ones joined. */
  headers: string[]
  body: string
  /** As it came, without the dots of SMTP. */
  raw: string
}

export interface TestMailServer {
  url: string
  mails: ReceivedMail[]
  /** The answer to the message itself; 250 takes it. */
  answer: string
  /** Whom it takes nothing for, with its answer. */
  refuses: Map<string, string>
  /** Hang up instead of answering, after having taken the message. */
  hangUp: boolean
  stop(): Promise<void>
}

export async function startMailServer(): Promise<TestMailServer> {
  const sockets = new Set<Socket>()
  const listener = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    talk(socket, server).catch(() => socket.destroy())
  })
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as { port: number }
  const server: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    answer: '250 taken',
    refuses: new Map(),
    hangUp: false,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => void listener.close(() => resolve()))
    },
  }
  return server
}

async function talk(socket: Socket, server: TestMailServer): Promise<void> {
  const say = (line: string) => void socket.write(`${line}\r\n`)
  let mail = { from: '', recipients: [] as string[] }
  let data: string[] | undefined
  say('220 test')
  for await (const line of createInterface({ input: socket })) {
    if (data && line !== '.') data.push(line.replace(/^\.\./, '.'))
    else if (data) {
      server.mails.push({ ...mail, ...parsed(data) })
      data = undefined
      if (server.hangUp) return void socket.destroy()
      say(server.answer)
    } else if (/^(EHLO|HELO)/i.test(line)) say('250 test')
    else if (/^MAIL FROM:/i.test(line)) {
      mail = { from: addressIn(line), recipients: [] }
      say('250 ok')
    } else if (/^RCPT TO:/i.test(line)) {
      const refusal = server.refuses.get(addressIn(line))
      if (!refusal) mail.recipients.push(addressIn(line))
      say(refusal ?? '250 ok')
    } else if (/^DATA/i.test(line)) {
      data = []
      say('354 go on')
    } else if (/^QUIT/i.test(line)) {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''

/** The values of a header, in order; its name in lower case. */
export const headersOf = ({ headers }: Pick<ReceivedMail, 'headers'>, name: string): string[] =>
  headers
    .filter(line => line.toLowerCase().startsWith(`${name}:`))
    .map(line => line.slice(name.length + 1).trim())

function parsed(lines: string[]): Pick<ReceivedMail, 'headers' | 'body' | 'raw'> {
  const end = lines.indexOf('')
  const headers = lines
    .slice(0, end)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
  const encoding = headers.find(header => /^content-transfer-encoding:/i.test(header)) ?? ''
  const text = lines.slice(end + 1).join('\n')
  return { headers, body: decoded(text, encoding), raw: `${lines.join('\r\n')}\r\n` }
}

function decoded(text: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64').toString()
  if (!/quoted-printable/i.test(encoding)) return text
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
