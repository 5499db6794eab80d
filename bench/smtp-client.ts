// A mail server's side of SMTP at its cheapest, so that what is measured is the other side.
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

export interface SmtpClient {
  /** Resolves when the other side has taken it over; throws what it says against it. */
  send(from: string, to: string, mail: string): Promise<void>
  close(): void
}

/** Connects and says hello. `mail` is sent as it is: no line of it may begin with a dot. */
export async function connectSmtp(port: number): Promise<SmtpClient> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const answer = async (): Promise<string> => {
    for (;;) {
      const { value = '', done } = await lines.next()
      if (done) throw new Error('the connection was closed')
      if (value[3] !== '-') return value
    }
  }
  const ask = async (command: string, expected: string): Promise<void> => {
    socket.write(`${command}\r\n`)
    const said = await answer()
    if (!said.startsWith(expected)) throw new Error(`${command.slice(0, 40)}: ${said}`)
  }
  await once(socket, 'connect')
  await answer()
  await ask('EHLO bench.test', '250')
  return {
    send: async (from, to, mail) => {
      await ask(`MAIL FROM:<${from}>`, '250')
      await ask(`RCPT TO:<${to}>`, '250')
      await ask('DATA', '354')
      await ask(`${mail}\r\n.`, '250')
    },
    close: () => socket.destroy(),
  }
}
