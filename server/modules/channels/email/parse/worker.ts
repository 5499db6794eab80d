// The program of a parser's thread: one mail at a time, its bytes in, what was read out.
import { parentPort } from 'node:worker_threads'
import { MailUnreadable } from './mail.ts'
import { parse } from './parse.ts'
import type { Answer } from './thread.ts'

const port = parentPort!

port.on('message', (raw: Uint8Array) => void read(raw))

async function read(raw: Uint8Array): Promise<void> {
  try {
    const mail = await parse(raw)
    const memory = mail.files
      .map(({ content }) => content.buffer)
      .filter(buffer => buffer instanceof ArrayBuffer)
    answer({ mail }, memory)
  } catch (error) {
    answer({
      failed: error instanceof MailUnreadable ? error.reason : 'malformed',
      words: String(error).slice(0, 500),
    })
  }
}

const answer = (said: Answer, memory: ArrayBuffer[] = []) => port.postMessage(said, memory)
