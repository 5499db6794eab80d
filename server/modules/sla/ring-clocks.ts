// A clock is due: agents read it in the conversation, and the policy's steps are taken.
import type { ClockKind } from '../../../contract/clocks.ts'
import { type LineCode, priorities } from '../../../contract/conversations.ts'
import type { EscalationStep } from '../../../contract/sla.ts'
import type { Context } from '../../platform/context.ts'
import { addLine, change } from '../conversations/index.ts'
import { leadsOf, staffById, teamById } from '../identity/index.ts'
import { type Reckoned, reckon } from './reckon.ts'
import { type Rung, ring, type Standing } from './standing.ts'

/** Tells whatever is due in a conversation by now; nothing is told twice. */
export async function ringClocks(ctx: Context, conversationId: string): Promise<void> {
  await reckon(ctx, new Map([[conversationId, ctx.now]]), reckoned => tell(ctx, reckoned))
}

async function tell(ctx: Context, reckoned: Reckoned): Promise<Standing[]> {
  const { standings, terms } = reckoned
  const told: Standing[] = []
  for (const standing of standings) {
    const rung = ring(standing, terms ?? { policy: null, calendar: null }, ctx.now)
    if (rung) await act(ctx, reckoned, rung)
    told.push(rung?.standing ?? standing)
  }
  return told
}

const soon = {
  firstReply: 'first_reply_soon',
  nextReply: 'next_reply_soon',
  resolution: 'resolution_soon',
} as const satisfies Record<ClockKind, LineCode>
const late = {
  firstReply: 'first_reply_late',
  nextReply: 'next_reply_late',
  resolution: 'resolution_late',
} as const satisfies Record<ClockKind, LineCode>

async function act(ctx: Context, reckoned: Reckoned, { standing, tell: what, steps }: Rung): Promise<void> {
  const { conversationId: id } = reckoned
  const { kind } = standing.clock
  const about = { conversationId: id }
  const people = await peopleOf(ctx, reckoned, steps)
  if (what === 'soon') ctx.emit('clock.warned', { clock: kind }, about)
  if (what === 'late')
    ctx.emit('clock.breached', { clock: kind, dueAt: standing.breachedAt!.toISOString() }, about)
  if (what || people.length > 0) await addLine(ctx, id, what === 'soon' ? soon[kind] : late[kind], people)
  for (const step of steps) await take(ctx, reckoned, step)
}

/** Who is called to the conversation, each once. */
async function peopleOf(ctx: Context, { traits }: Reckoned, steps: EscalationStep[]): Promise<string[]> {
  const people = new Set<string>()
  if (steps.some(step => step.do === 'notify_assignee') && traits.assigneeId) {
    const assignee = await staffById(ctx, traits.assigneeId)
    if (assignee && !assignee.disabled) people.add(assignee.id)
  }
  if (steps.some(step => step.do === 'notify_leads')) {
    for (const id of await leadsOf(ctx, traits.teamId)) people.add(id)
  }
  return [...people]
}

async function take(ctx: Context, { conversationId, traits }: Reckoned, step: EscalationStep): Promise<void> {
  if (step.do === 'raise_priority') {
    const higher = priorities[priorities.indexOf(traits.priority) + 1]
    if (higher) await change(ctx, conversationId, { priority: higher })
  }
  // A team may have been deleted since the policy was written.
  if (step.do === 'assign_team' && (await teamById(ctx, step.teamId))) {
    await change(ctx, conversationId, { teamId: step.teamId })
  }
}
