// Runs the rules that matched, in order, each in a transaction of its own, and writes down what was done and why.
import { v5 } from 'uuid'
import type { KeptRule, Reason, RuleAction, RuleRun } from '../../../contract/automation.ts'
import type { Context, Desk } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { automaticTag } from '../channels/index.ts'
import { addLine, type ConversationRow, lockConversation } from '../conversations/index.ts'
import { leadsOf, membersOf, staffById } from '../identity/index.ts'
import { apply, wouldDo } from './apply.ts'
import { factsFor, phrasesFor } from './facts.ts'
import { ruleById } from './kept-rules.ts'
import { reasonsFor } from './match.ts'
import type { RunWanted } from './occur.ts'

/** How often rules may do something to one conversation within an hour. */
export const mostRunsAnHour = 20

/** The job. Running it again does nothing again. */
export async function runRules(desk: Desk, payload: Record<string, unknown>): Promise<void> {
  const wanted = payload as unknown as RunWanted
  let { chain } = wanted
  for (const ruleId of wanted.ruleIds) {
    await desk.transact(system('rules'), ctx => runRule(ctx, { ...wanted, chain }, ruleId))
    // What one rule changes is no news to those of the same occasion.
    chain = [...chain, ruleId]
  }
}

async function runRule(ctx: Context, wanted: RunWanted, ruleId: string): Promise<void> {
  const kept = await ruleById(ctx, ruleId)
  if (!kept?.rule.enabled) return
  const row = await lockConversation(ctx, wanted.conversationId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  })
  if (!row || (await hasRun(ctx, wanted, ruleId))) return
  const reasons = await reasonsNow(ctx, wanted, kept)
  if (!reasons) return
  const run = { wanted, kept, row, reasons }
  if ((await countRuns(ctx, row.id)) >= mostRunsAnHour) return note(ctx, run, 'limited', [], row.seq)
  const steps = await take(ctx, wanted, kept, row)
  const { seq } = await lockConversation(ctx, row.id)
  const isFailed = steps.some(({ code }) => code !== null)
  await note(ctx, run, isFailed ? 'failed' : 'done', steps, seq)
}

/** It may have moved on since it matched. */
async function reasonsNow(ctx: Context, wanted: RunWanted, kept: KeptRule): Promise<Reason[] | null> {
  const look = { id: wanted.conversationId, from: wanted.from, to: wanted.to, rules: [kept] }
  const facts = (await factsFor(ctx, [look])).get(look)
  return facts ? reasonsFor(kept.rule.if, facts, phrasesFor(kept)) : null
}

async function hasRun(ctx: Context, { conversationId, cause }: RunWanted, ruleId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('rule_runs')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('rule_id', '=', ruleId)
    .where('cause', '=', cause)
    .executeTakeFirst()
  return row !== undefined
}

async function countRuns(ctx: Context, conversationId: string): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('rule_runs')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .where('conversation_id', '=', conversationId)
    .where('outcome', '!=', 'limited')
    .where('at', '>', new Date(ctx.now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function take(
  ctx: Context,
  { conversationId, cause }: RunWanted,
  { id, rule }: KeptRule,
  row: ConversationRow,
): Promise<RuleRun['steps']> {
  const actions = rule.then.filter(action => wouldDo(action, row))
  if (actions.length === 0) return []
  const called = await calledBy(ctx, actions, row)
  await addLine(ctx, conversationId, 'rule_ran', called, { rule: rule.name })
  const clientId = v5(`${id} ${conversationId} ${cause}`, v5.URL)
  const steps: RuleRun['steps'] = []
  for (const action of actions) {
    try {
      if (action.do === 'reply' && row.tags.includes(automaticTag)) throw new AppError('machine_not_answered')
      await apply(ctx, action, { conversation: row, clientId })
      steps.push({ do: action.do, code: null })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      steps.push({ do: action.do, code: error.code })
    }
  }
  return steps
}

/** Who is told of the run, each once. */
async function calledBy(ctx: Context, actions: RuleAction[], row: ConversationRow): Promise<string[]> {
  const people = new Set<string>()
  const call = (ids: Iterable<string>) => {
    for (const id of ids) people.add(id)
  }
  for (const action of actions) {
    if (action.do === 'notify_leads') call(await leadsOf(ctx, row.team_id))
    if (action.do === 'notify_team') call(await membersOf(ctx, action.teamId))
    if (action.do === 'notify_staff') call([action.staffId])
    if (action.do === 'notify_assignee' && row.assignee_id) call([row.assignee_id])
  }
  const here = await Promise.all([...people].map(id => staffById(ctx, id)))
  return here.flatMap(one => (one && !one.disabled ? [one.id] : []))
}

interface Run {
  wanted: RunWanted
  kept: KeptRule
  row: ConversationRow
  reasons: Reason[]
}

async function note(
  ctx: Context,
  { wanted, kept, row, reasons }: Run,
  outcome: RuleRun['outcome'],
  steps: RuleRun['steps'],
  seq: number,
): Promise<void> {
  await ctx.db
    .insertInto('rule_runs')
    .values({
      id: newId(),
      at: ctx.now,
      rule_id: kept.id,
      rule_version: kept.version,
      conversation_id: row.id,
      number: row.number,
      cause: wanted.cause,
      outcome,
      reasons: JSON.stringify(reasons),
      steps: JSON.stringify(steps),
      seq_from: row.seq + 1,
      seq_to: seq,
      chain: [...wanted.chain, kept.id],
    })
    .execute()
}
