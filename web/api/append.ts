// Appending over the open connection: the promise settles with the frame that answers it, or when none comes.
import type { AppendByStaff, AppendMessage } from '../../contract/conversations.ts'
import type { AnyFrame } from './link.ts'
import type { Realtime } from './realtime.ts'
import { Refusal } from './refusal.ts'

const answerWithinMs = 8_000

interface Pending {
  resolve(seq: number): void
  reject(refusal: Refusal): void
}

/** Pass every frame to `take`, and call `lost` when the connection is: what has no answer then has none. */
export function createAppender(realtime: () => Pick<Realtime, 'send'> | undefined) {
  const pending = new Map<string, Pending>()

  function settle(clientId: string, how: (pending: Pending) => void): void {
    const one = pending.get(clientId)
    pending.delete(clientId)
    if (one) how(one)
  }

  return {
    /** Gives the `seq`; undefined when the connection can't take it, so that the caller goes by HTTP. Rejects with a Refusal. */
    append(conversationId: string, entry: AppendMessage | AppendByStaff): Promise<number> | undefined {
      if (!realtime()?.send({ type: 'append', conversationId, entry })) return undefined
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => settle(entry.clientId, one => one.reject(new Refusal('offline', ''))),
          answerWithinMs,
        )
        const done =
          <T>(how: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer)
            how(value)
          }
        pending.set(entry.clientId, { resolve: done(resolve), reject: done(reject) })
      })
    },
    take(frame: AnyFrame): void {
      if (frame.type === 'ack') settle(frame.clientId, one => one.resolve(frame.seq))
      if (frame.type !== 'refused' || !frame.clientId) return
      const { code, message, retryAfter } = frame
      const status = code === 'internal' || code === 'unavailable' || code === 'storage_full' ? 500 : 400
      settle(frame.clientId, one => one.reject(new Refusal(code, message, { status, retryAfter })))
    },
    lost(): void {
      for (const clientId of [...pending.keys()])
        settle(clientId, one => one.reject(new Refusal('offline', '')))
    },
  }
}
