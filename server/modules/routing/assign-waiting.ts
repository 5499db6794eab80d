// Gives waiting conversations to agents with room. One run at a time on the whole desk, so that no two give the same one.
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { giveWaiting, handOver, liveLoads, waitingFirst, waitingSince } from '../conversations/index.ts'
import { teamIdsByStaff } from '../identity/index.ts'
import { agentsAvailable, availableAgents, lastLeft, noteAssignment } from '../workforce/index.ts'
import { type Agent, type Assignment, assignInOrder } from './rules.ts'

const mostAtOnce = 200
/** A queue without agents is waited in for this long before it is dissolved: somebody may just be reloading. */
const unattendedMs = 60_000

/** Assigns as many as there is room for. */
export async function assignWaiting(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(4207003)`.execute(ctx.db)
  const since = await waitingSince(ctx)
  if (!since) return
  const agents = await agentsOnDuty(ctx)
  if (agents.length === 0) return planDissolution(ctx, since)
  const withRoom = agents.filter(agent => agent.load < agent.capacity)
  if (withRoom.length === 0) return
  // Only what somebody with room may have, or those whose team is away would keep the others from being seen.
  const line = await waitingFirst(ctx, mostAtOnce, [...new Set(withRoom.flatMap(agent => agent.teamIds))])
  const assignments = assignInOrder(
    line.map(({ id, team_id: teamId }) => ({ id, teamId })),
    withRoom,
  )
  if ((await give(ctx, assignments)) > 0 && line.length === mostAtOnce) ctx.enqueue('assignWaiting', {})
}

/** Gives how many were still waiting. */
async function give(ctx: Context, assignments: Assignment[]): Promise<number> {
  const busier = new Set<string>()
  let given = 0
  for (const { conversationId, agentId } of inLockOrder(assignments, one => one.conversationId)) {
    if (!(await giveWaiting(ctx, conversationId, agentId))) continue
    busier.add(agentId)
    given++
  }
  await noteAssignment(ctx, [...busier].sort())
  return given
}

/** Counted from when the last agent left, so that asking again doesn't put it off. */
async function planDissolution(ctx: Context, waitingSince: Date): Promise<void> {
  const left = await lastLeft(ctx)
  const from = Math.max(waitingSince.getTime(), left?.getTime() ?? 0)
  await ctx.enqueueAt('queue:unattended', new Date(from + unattendedMs), 'dissolveQueue', {})
}

/** Where nobody is on duty, nobody is left waiting: their conversations go on asynchronously. */
export async function dissolveQueue(ctx: Context): Promise<void> {
  if (await agentsAvailable(ctx)) return
  const line = await waitingFirst(ctx, mostAtOnce)
  for (const { id } of inLockOrder(line, one => one.id)) await handOver(ctx, id, 'no_agent')
  if (line.length === mostAtOnce) ctx.enqueue('dissolveQueue', {})
}

const inLockOrder = <T>(all: T[], id: (one: T) => string): T[] =>
  all.toSorted((a, b) => (id(a) < id(b) ? -1 : 1))

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
