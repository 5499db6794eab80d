// Gives waiting conversations to agents with room. One run at a time on the whole desk, so that no two give the same one.
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { change, handOver, liveLoads, waitingFirst } from '../conversations/index.ts'
import { teamIdsByStaff } from '../identity/index.ts'
import { agentsAvailable, availableAgents, noteAssignment } from '../workforce/index.ts'
import { type Agent, assignInOrder } from './rules.ts'

const mostAtOnce = 200
/** A queue without agents is waited in for this long before it is dissolved: somebody may just be reloading. */
const unattendedMs = 60_000

/** Assigns as many as there is room for. */
export async function assignWaiting(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(4207003)`.execute(ctx.db)
  const line = await waitingFirst(ctx, mostAtOnce)
  if (line.length === 0) return
  const agents = await agentsOnDuty(ctx)
  if (agents.length === 0) {
    return ctx.enqueueAt('queue:unattended', new Date(ctx.now.getTime() + unattendedMs), 'dissolveQueue', {})
  }
  const assignments = assignInOrder(
    line.map(({ id, team_id: teamId }) => ({ id, teamId })),
    agents,
  )
  for (const { conversationId, agentId } of assignments.toSorted((a, b) =>
    a.conversationId < b.conversationId ? -1 : 1,
  )) {
    await change(ctx, conversationId, { assigneeId: agentId })
  }
  await noteAssignment(ctx, [...new Set(assignments.map(({ agentId }) => agentId))].sort())
}

/** Where nobody is on duty, nobody is left waiting: their conversations go on asynchronously. */
export async function dissolveQueue(ctx: Context): Promise<void> {
  if (await agentsAvailable(ctx)) return
  for (const { id } of (await waitingFirst(ctx, mostAtOnce)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    await handOver(ctx, id, 'no_agent')
  }
}

async function agentsOnDuty(ctx: Context): Promise<Agent[]> {
  const present = await availableAgents(ctx)
  const [loads, teams] = await Promise.all([
    liveLoads(ctx),
    teamIdsByStaff(
      ctx,
      present.map(agent => agent.staffId),
    ),
  ])
  return present.map(({ staffId, capacity, assignedAt }) => ({
    id: staffId,
    capacity,
    assignedAt,
    load: loads.get(staffId) ?? 0,
    teamIds: teams.get(staffId) ?? [],
  }))
}
