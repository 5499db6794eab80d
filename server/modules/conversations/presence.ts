// Whether the customer of a live conversation is still there. By the database's clock: sockets live in real time.
import { sql } from 'kysely'
import { type Desk, type ReadContext, system } from '../../platform/context.ts'
import type { Live } from '../../platform/realtime.ts'
import { isSteady } from '../../platform/steady.ts'
import { handOver } from './hand-over.ts'

/** Without a sign of life for this long, a customer counts as gone. */
const goneAfterSeconds = 120

/** Notes that the customers of these conversations are there; those that aren't live are left alone. */
export async function notePresence(
  { db }: Pick<ReadContext, 'db'>,
  conversationIds: string[],
): Promise<void> {
  if (conversationIds.length === 0) return
  await sql`insert into customer_presences (conversation_id, seen_at)
    select id, now() from conversations where id = any(${conversationIds}) and live order by id
    on conflict (conversation_id) do update set seen_at = excluded.seen_at`.execute(db)
}

/** Notes the customers who are connected to this node. */
export async function noteConnected({ desk, hub }: Live): Promise<void> {
  const ids = new Set<string>()
  for (const { audience, rooms } of hub.connections()) {
    if (audience !== 'customer') continue
    for (const room of rooms)
      if (room.startsWith('conversation:')) ids.add(room.slice('conversation:'.length))
  }
  await notePresence(desk.read(system('presence')), [...ids])
}

/** Conversations whose customer is gone go on asynchronously. */
export async function handOverAbandoned(desk: Desk): Promise<void> {
  const ctx = desk.read(system('presence'))
  if (!(await isSteady(ctx))) return
  const { rows } = await sql<{ id: string }>`
    select p.conversation_id as id from customer_presences p
    where p.seen_at < now() - make_interval(secs => ${goneAfterSeconds}) limit 500`.execute(ctx.db)
  for (const { id } of rows)
    await desk.transact(system('presence'), ctx => handOver(ctx, id, 'customer_left'))
}
