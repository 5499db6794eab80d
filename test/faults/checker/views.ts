// Everybody's view of a conversation against what is stored: the API's, each client's, and the transcript.
import type { Client } from '../client.ts'
import type { Ground } from '../ground.ts'
import type { Entry, StoredConversation } from './entries.ts'

interface Seen {
  seq: number
  kind: string
  clientId?: string | null
}

/** Differences, in words. */
export async function checkViews(ground: Ground, conversations: StoredConversation[]): Promise<string[]> {
  const faults: string[] = []
  for (const conversation of conversations) {
    const followers = ground.clients.filter(client => client.conversationIds.includes(conversation.id))
    for (const client of followers) {
      const held = [...client.threads.of(conversation.id).entries.values()].sort(
        (one, other) => one.seq - other.seq,
      )
      faults.push(...differences(`${client.name}'s thread`, held, conversation, client.side))
    }
    for (const client of [followers.find(({ side }) => side === 'customer'), ground.observer]) {
      if (!client) continue
      faults.push(
        ...differences(
          `${client.name}'s API`,
          await fetchAll(client, conversation.id),
          conversation,
          client.side,
        ),
      )
      faults.push(...(await checkTranscript(client, conversation)))
    }
  }
  return faults
}

function differences(
  who: string,
  seen: readonly Seen[],
  { id, entries }: StoredConversation,
  side: Client['side'],
): string[] {
  const shape = (seq: number, kind: string, clientId: string | null) => `${seq} ${kind} ${clientId ?? ''}`
  const wanted = entries.map(entry =>
    shape(entry.seq, kindFor(entry, side), hasClientId(entry, side) ? entry.clientId : null),
  )
  const got = seen.map(entry => shape(entry.seq, entry.kind, entry.clientId ?? null))
  const at = wanted.findIndex((one, index) => one !== got[index])
  if (at === -1 && got.length === wanted.length) return []
  const where = at === -1 ? wanted.length : at
  return [`${who} of ${id}: “${got[where] ?? 'nothing'}” instead of “${wanted[where] ?? 'nothing'}”`]
}

const kindFor = (entry: Entry, side: Client['side']): string =>
  side === 'customer' && entry.internal ? 'hidden' : entry.kind

const hasClientId = (entry: Entry, side: Client['side']): boolean =>
  (entry.kind === 'message' || entry.kind === 'note') && kindFor(entry, side) !== 'hidden'

async function fetchAll(client: Client, id: string): Promise<Seen[]> {
  const prefix = client.side === 'staff' ? '/api/conversations' : '/api/customer/conversations'
  const all: Seen[] = []
  for (let more = true; more; ) {
    const after = all.at(-1)?.seq ?? 0
    const page = await client.get<{ entries: Seen[]; more: boolean }>(
      `${prefix}/${id}/entries?after=${after}&limit=500`,
    )
    all.push(...page.entries)
    more = page.more
  }
  return all
}

/** The messages' texts stand in the transcript in their order, each once. */
async function checkTranscript(client: Client, { id, entries }: StoredConversation): Promise<string[]> {
  const prefix = client.side === 'staff' ? '/api/conversations' : '/api/customer/conversations'
  const text = await client.text(`${prefix}/${id}/transcript`)
  const lines = text.split('\n').filter(line => line.startsWith('[') && !/^\[[^\]]*\] —/.test(line))
  const wanted = entries.filter(({ kind }) => kind === 'message').map(({ body }) => body)
  const at = wanted.findIndex((body, index) => !lines[index]?.endsWith(`: ${body}`))
  if (at === -1 && lines.length === wanted.length) return []
  return [
    `the transcript of ${id} for ${client.name}: ${lines.length} messages of ${wanted.length}, other from the ${at + 1}th on`,
  ]
}
