// Who works right now.
import { type Desk, type ReadContext, type Statement, system } from '../../platform/context.ts'

export interface Presence {
  staffId: string
  available: boolean
  capacity: number
  /** When a conversation was last given to them: the longest idle comes first among equals. */
  assignedAt: Date | null
}

/** Whether anybody takes live conversations. */
export async function agentsAvailable(ctx: ReadContext): Promise<boolean> {
  const [row] = await ctx.run<{ any: boolean }>(anyAvailable, [])
  return row!.any
}

const remembered = new WeakMap<Desk, { anybody: boolean; until: number }>()
const rememberedMs = 1_000

/** Like `agentsAvailable`, remembered for a second, or until it changes on this node. */
export async function anybodyOnDuty(desk: Desk): Promise<boolean> {
  const known = remembered.get(desk)
  if (known && known.until > performance.now()) return known.anybody
  const anybody = await agentsAvailable(desk.read(system('presence')))
  remembered.set(desk, { anybody, until: performance.now() + rememberedMs })
  return anybody
}

export const forgetDuty = (desk: Desk): void => void remembered.delete(desk)

/** Those who take live conversations. */
export async function availableAgents(ctx: ReadContext): Promise<Presence[]> {
  const rows = await ctx.db.selectFrom('presences').selectAll().where('available', '=', true).execute()
  return rows.map(toPresence)
}

export async function presenceOf(ctx: ReadContext, staffId: string): Promise<Presence> {
  const row = await ctx.db
    .selectFrom('presences')
    .selectAll()
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row ? toPresence(row) : { staffId, available: false, capacity: 5, assignedAt: null }
}

/** When the last one went off duty; null when nobody ever was on duty. */
export async function lastLeft(ctx: ReadContext): Promise<Date | null> {
  const [row] = await ctx.run<{ at: Date | null }>(lastOffDuty, [])
  return row!.at
}

const toPresence = (row: {
  staff_id: string
  available: boolean
  capacity: number
  assigned_at: Date | null
}) => ({
  staffId: row.staff_id,
  available: row.available,
  capacity: row.capacity,
  assignedAt: row.assigned_at,
})

const lastOffDuty: Statement = {
  name: 'last_off_duty',
  text: 'select max(since) as at from presences where not available',
}

const anyAvailable: Statement = {
  name: 'any_agent_available',
  text: 'select exists (select 1 from presences where available) as any',
}
