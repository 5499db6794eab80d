// Whether everybody sees what is there: nothing on its way, everybody connected, every thread as long as the desk's.
import type { Client } from './client.ts'
import type { Ground } from './ground.ts'
import { pause } from './waiting.ts'

/** By conversation: the newest `seq` in the database. */
export async function seqsOf({ pool }: Pick<Ground, 'pool'>): Promise<Map<string, number>> {
  const { rows } = await patiently(() =>
    pool.query<{ id: string; seq: number }>('select id, seq from conversations'),
  )
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

/** Whether a client holds everything up to these numbers, without holes. */
export const holds = (client: Client, seqs: Map<string, number>): boolean =>
  client.conversationIds.every(id => client.threads.of(id).upTo >= (seqs.get(id) ?? 0))

/** Everybody is connected, in whatever way, and has at least what these numbers say. */
export const caughtUp = (clients: Client[], seqs: Map<string, number>): boolean =>
  clients.every(client => client.state === 'open' && holds(client, seqs))

/** Nothing more is on its way, and everybody has all. */
export async function isQuiet(ground: Ground): Promise<boolean> {
  if (ground.clients.some(client => client.waiting() > 0)) return false
  return caughtUp(ground.clients, await seqsOf(ground))
}

const tries = 200
const retryMs = 50

/** The run's own look at the database outlives its outages. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask()
    } catch (error) {
      if (tried === tries) throw error
      await pause(retryMs)
    }
  }
}
