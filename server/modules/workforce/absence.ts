// An agent whose console is gone takes no more conversations. By the database's clock: sockets live in real time.
import { sql } from 'kysely'
import { type Desk, type StaffActor, system } from '../../platform/context.ts'
import type { Live } from '../../platform/realtime.ts'
import { isSteady } from '../../platform/steady.ts'
import { setPresence } from './set-presence.ts'

/** Without a sign of life for this long, an agent counts as gone; a reload of the page takes less. */
const goneAfterSeconds = 60

/** Notes the staff who are connected to this node. */
export async function noteConnectedStaff({ desk, hub }: Live): Promise<void> {
  const ids = new Set<string>()
  for (const { actor } of hub.connections()) if (actor.kind === 'staff') ids.add((actor as StaffActor).id)
  if (ids.size === 0) return
  const { db } = desk.read(system('presence'))
  await sql`update presences set seen_at = now() where staff_id = any(${[...ids]}) and available`.execute(db)
}

/** Takes those off duty who have gone without saying so. */
export async function releaseAbsent(desk: Desk): Promise<void> {
  const ctx = desk.read(system('releaseAbsent'))
  if (!(await isSteady(ctx))) return
  const { rows } = await sql<{ staff_id: string; capacity: number }>`
    select staff_id, capacity from presences
    where available and seen_at < now() - make_interval(secs => ${goneAfterSeconds})`.execute(ctx.db)
  for (const { staff_id: staffId, capacity } of rows) {
    await desk.transact(system('releaseAbsent'), ctx =>
      setPresence(ctx, { staffId, available: false, capacity }),
    )
  }
}
