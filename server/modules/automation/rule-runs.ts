// The log of what rules did, the newest first; and what is too old for it.
import { type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { ListRuleRuns, RuleRun } from '../../../contract/automation.ts'
import type { Desk, ReadContext } from '../../platform/context.ts'
import { system } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { conversationHead } from '../conversations/index.ts'

const pageSize = 50
const daysKept = 90

/** A page of the log; `next` leads to the following one. */
export async function listRuleRuns(
  ctx: Pick<ReadContext, 'db'>,
  { ruleId, outcome, number, cursor }: z.output<typeof ListRuleRuns>,
): Promise<{ runs: RuleRun[]; next: string | null }> {
  let query = ctx.db
    .selectFrom('rule_runs')
    .innerJoin('rule_versions', join =>
      join
        .onRef('rule_versions.rule_id', '=', 'rule_runs.rule_id')
        .onRef('rule_versions.version', '=', 'rule_runs.rule_version'),
    )
    .select(['rule_runs.id', 'at', 'rule_runs.rule_id', 'rule_version', 'conversation_id', 'number'])
    .select(['outcome', 'reasons', 'steps', 'content'])
  if (ruleId) query = query.where('rule_runs.rule_id', '=', ruleId)
  if (outcome) query = query.where('outcome', '=', outcome)
  if (number) {
    // The log has an index of conversations, not of their numbers.
    const head = await conversationHead(ctx, { number })
    if (!head) return { runs: [], next: null }
    query = query.where('conversation_id', '=', head.id)
  }
  if (cursor) query = after(query, cursor)
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('rule_runs.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const next = rows.length > pageSize && last ? `${last.at.toISOString()} ${last.id}` : null
  return { runs: shown.map(toRun), next }
}

interface Row {
  id: string
  at: Date
  rule_id: string
  rule_version: number
  conversation_id: string
  number: number
  outcome: RuleRun['outcome']
  reasons: RuleRun['reasons']
  steps: RuleRun['steps']
  content: { name: string }
}

const toRun = (row: Row): RuleRun => ({
  id: row.id,
  at: row.at.toISOString(),
  ruleId: row.rule_id,
  ruleVersion: row.rule_version,
  ruleName: row.content.name,
  conversationId: row.conversation_id,
  number: row.number,
  outcome: row.outcome,
  reasons: row.reasons,
  steps: row.steps,
})

function after<Q extends SelectQueryBuilder<any, any, any>>(query: Q, cursor: string): Q {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (!at || !id) throw new AppError('invalid_input', { fields: [{ path: 'cursor', message: 'unknown' }] })
  return query.where(sql<boolean>`(at, rule_runs.id) < (${at}::timestamptz, ${id}::uuid)`) as Q
}

/** Throws away what is older than three months, of macros and bulk replies as of rules. */
export async function cleanRuns(desk: Desk): Promise<void> {
  await desk.transact(system('cleanRuns'), async ({ db, now }) => {
    const longAgo = new Date(now.getTime() - daysKept * 86_400_000)
    await db.deleteFrom('rule_runs').where('at', '<', longAgo).execute()
    await db.deleteFrom('macro_runs').where('at', '<', longAgo).execute()
    await db.deleteFrom('bulk_replies').where('created_at', '<', longAgo).execute()
  })
}
