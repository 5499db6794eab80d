// What every thread that reads mails does: one after the other, and says what came of each.
import { parentPort, workerData } from 'node:worker_threads'
import { MailUnreadable } from './mail.ts'
import type { Answered, Asked } from './thread.ts'

/** How long answers wait for those behind them. */
const togetherMs = 50

/**
 * Makes a program of `read`. The memory that is in `given` is handed over with what was read.
 * @param read throws MailUnreadable where it can't
 */
export function answerMails<T>(read: (raw: Uint8Array) => Promise<{ mail: T; given?: ArrayBuffer[] }>): void {
  const port = parentPort!
  const hand = workerData as Int32Array
  let turn = Promise.resolve()
  port.on('message', (asked: Asked) => {
    turn = turn.then(() => answerAll(asked))
  })

  async function answerAll(asked: Asked): Promise<void> {
    const answered: Answered<T> = []
    const memory: ArrayBuffer[] = []
    const say = () => port.postMessage(answered.splice(0), memory.splice(0))
    let said = performance.now()
    for (const { id, raw } of asked) {
      Atomics.store(hand, 0, id)
      try {
        const { mail, given = [] } = await read(raw)
        answered.push({ id, mail })
        memory.push(...given)
      } catch (error) {
        const failed = error instanceof MailUnreadable ? error.reason : 'malformed'
        answered.push({ id, failed, words: String(error).slice(0, 500) })
      }
      if (performance.now() - said < togetherMs) continue
      say()
      said = performance.now()
    }
    Atomics.store(hand, 0, 0)
    if (answered.length > 0) say()
  }
}
