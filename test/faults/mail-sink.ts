// A mail server that takes mails, or fails in the way it is told, and counts what it said yes to.
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** `hangs_up`: it has the whole mail, and the other side never learns. */
export type Manner = 'takes' | 'later' | 'never' | 'hangs_up'

export interface Taken {
  recipient: string
  messageId: string
  /** Whether the other side was told. */
  told: boolean
}

export interface MailSink {
  port: number
  /** Mails that it has, in order. */
  taken: Taken[]
  /** Tries to hand over a mail, whatever became of them. */
  tries: number
  manner: Manner
  /** Nobody answers at the port any more, until `start`. */
  stop(): Promise<void>
  start(): Promise<void>
}

export async function startMailSink(): Promise<MailSink> {
  const sockets = new Set<Socket>()
  let server: Server | undefined
  const listen = (port: number) =>
    new Promise<Server>((resolve, reject) => {
      const listener = createServer(socket => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket)).on('error', () => {})
        talk(socket, sink).catch(() => socket.destroy())
      })
      listener.once('error', reject).listen(port, '127.0.0.1', () => resolve(listener))
    })
  const sink: MailSink = {
    port: 0,
    taken: [],
    tries: 0,
    manner: 'takes',
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      const stopped = server
      server = undefined
      if (stopped) await new Promise(resolve => stopped.close(resolve))
    },
    start: async () => {
      server ??= await listen(sink.port)
    },
  }
  server = await listen(0)
  sink.port = (server.address() as { port: number }).port
  return sink
}

async function talk(socket: Socket, sink: MailSink): Promise<void> {
  const say = (line: string) => void socket.write(`${line}\r\n`)
  let recipient = ''
  let head: string[] | undefined
  say('220 sink')
  for await (const line of createInterface({ input: socket })) {
    if (head && line === '.') {
      const messageId = /^message-id:\s*<([^>]*)>/im.exec(head.join('\n'))?.[1] ?? ''
      head = undefined
      if (end(sink, { recipient, messageId }, say)) return void socket.destroy()
    } else if (head) head.push(line)
    else if (/^DATA/i.test(line)) {
      head = []
      say('354 go on')
    } else if (/^QUIT/i.test(line)) {
      say('221 bye')
      socket.end()
    } else {
      recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1] ?? recipient
      say('250 ok')
    }
  }
}

/** Whether to hang up. */
function end(sink: MailSink, mail: Omit<Taken, 'told'>, say: (line: string) => void): boolean {
  sink.tries += 1
  if (sink.manner === 'later') say('451 not now')
  else if (sink.manner === 'never') say('550 no')
  else sink.taken.push({ ...mail, told: sink.manner === 'takes' })
  if (sink.manner === 'takes') say('250 taken')
  return sink.manner === 'hangs_up'
}
