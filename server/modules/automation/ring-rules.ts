// Rules that go by time: finds the conversations that have stood still for as long as a rule says, each time once.
import type { KeptRule } from '../../../contract/automation.ts'
import type { Context, Desk } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import { type DueFrom, idleSince, unansweredSince } from '../conversations/index.ts'
import { listRules } from './kept-rules.ts'
import { occur } from './occur.ts'

const pageSize = 500
const hourMs = 3_600_000
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** Beyond any entry: what the customer wrote is looked through from the newest back. */
const newest = 2_147_483_647

/** The job. Looks on from where it stopped; what was there before a rule was made, or switched on, is left alone. */
export async function ringRules(desk: Desk): Promise<void> {
  const rules = (await listRules(desk.read(system('rules')))).filter(
    ({ rule: { enabled, when } }) => enabled && (when.event === 'unanswered' || when.event === 'idle'),
  )
  for (const rule of rules) {
    let found: number
    do found = await desk.transact(system('rules'), ctx => look(ctx, rule))
    while (found === pageSize)
  }
}

async function look(ctx: Context, { id, rule: { when }, changedAt }: KeptRule): Promise<number> {
  if (when.event !== 'unanswered' && when.event !== 'idle') return 0
  const { hours, event } = when
  const from = await placeOf(ctx, id, hours, new Date(changedAt))
  const until = new Date(ctx.now.getTime() - hours * hourMs)
  if (until <= from.at) return 0
  const find = event === 'unanswered' ? unansweredSince : idleSince
  const due = await find(ctx, from, until, pageSize)
  await occur(
    ctx,
    due.map(one => ({
      conversationId: one.id,
      cause: `${event} ${one.at.toISOString()}`,
      from: 1,
      to: newest,
      // Only this rule has waited so long.
      concerns: other => other.event === event && other.hours === hours,
    })),
  )
  const next = due.length === pageSize ? due.at(-1)! : { at: until, id: lastId }
  await ctx.db
    .updateTable('rule_clocks')
    .set({ at: next.at, conversation_id: next.id })
    .where('rule_id', '=', id)
    .execute()
  return due.length
}

/** How far it has looked, locked against other nodes. */
async function placeOf(ctx: Context, id: string, hours: number, since: Date): Promise<DueFrom> {
  const start = new Date(since.getTime() - hours * hourMs)
  await ctx.db
    .insertInto('rule_clocks')
    .values({ rule_id: id, hours, at: start, conversation_id: lastId })
    .onConflict(on =>
      on
        .column('rule_id')
        .doUpdateSet({ hours, at: start, conversation_id: lastId })
        .where('rule_clocks.hours', '!=', hours),
    )
    .execute()
  const { at, conversation_id } = await ctx.db
    .selectFrom('rule_clocks')
    .select(['at', 'conversation_id'])
    .where('rule_id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { at, id: conversation_id }
}
