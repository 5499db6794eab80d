// Finds the rules that something concerns. Nothing is done here: what matches becomes a job, so that no batch holds conversations up.
import type { KeptRule, When } from '../../../contract/automation.ts'
import type { Context } from '../../platform/context.ts'
import { factsFor, phrasesFor } from './facts.ts'
import { listRules } from './kept-rules.ts'
import { reasonsFor } from './match.ts'

export interface Occurrence {
  conversationId: string
  /** The same for the same thing, however often it is heard of. */
  cause: string
  /** The entries that it wrote, or the newest one at the time. */
  from: number
  to: number
  concerns(when: When): boolean
}

/** What a job is told: which rules to run, in order, and what they follow from. */
export interface RunWanted {
  conversationId: string
  cause: string
  from: number
  to: number
  ruleIds: string[]
  /** The rules that ran since something came from outside: they don't run again. */
  chain: string[]
}

/** Has the rules run that these occurrences are for. */
export async function occur(ctx: Context, occurrences: readonly Occurrence[]): Promise<void> {
  const rules = (await listRules(ctx)).filter(({ rule }) => rule.enabled)
  const looks = occurrences
    .map(occurrence => ({
      ...occurrence,
      id: occurrence.conversationId,
      rules: rules.filter(({ rule }) => occurrence.concerns(rule.when)),
    }))
    .filter(look => look.rules.length > 0)
  if (looks.length === 0) return
  const facts = await factsFor(ctx, looks)
  const matching = [...facts].map(([look, found]) => {
    const first = look.rules.findIndex(kept => reasonsFor(kept.rule.if, found, phrasesFor(kept)))
    // Those behind it see what it did, and may match then.
    return { look, rules: first < 0 ? [] : look.rules.slice(first) }
  })
  await enqueueRuns(
    ctx,
    matching.filter(one => one.rules.length > 0),
  )
}

async function enqueueRuns(
  ctx: Context,
  matching: { look: Occurrence; rules: readonly KeptRule[] }[],
): Promise<void> {
  if (matching.length === 0) return
  const own = await ctx.db
    .selectFrom('rule_runs')
    .select(['conversation_id', 'seq_from', 'seq_to', 'chain'])
    .where('conversation_id', 'in', [...new Set(matching.map(({ look }) => look.conversationId))])
    .where('seq_to', '>=', Math.min(...matching.map(({ look }) => look.to)))
    .execute()
  for (const { look, rules } of matching) {
    const { conversationId, cause, from, to } = look
    const chain =
      own.find(run => run.conversation_id === conversationId && run.seq_from <= to && to <= run.seq_to)
        ?.chain ?? []
    const ruleIds = rules.map(({ id }) => id).filter(id => !chain.includes(id))
    const wanted: RunWanted = { conversationId, cause, from, to, ruleIds, chain }
    if (ruleIds.length > 0) ctx.enqueue('runRules', { ...wanted })
  }
}
