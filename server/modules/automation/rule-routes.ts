// Rules and their log over HTTP.
import { z } from 'zod'
import {
  ChangeRule,
  KeptRule,
  ListRuleRuns,
  Rule,
  RuleRun,
  RuleTrial,
  TryRule,
} from '../../../contract/automation.ts'
import { Done, Id } from '../../../contract/common.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { archiveRule, changeRule, createRule, listRules } from './kept-rules.ts'
import { listRuleRuns } from './rule-runs.ts'
import { tryRule } from './try-rule.ts'

const base = { allow: 'rules.write', tag: 'Rules' } as const
const one = z.object({ id: Id })

export const ruleRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/api/rules',
    summary: 'Rules, in the order in which they run',
    answer: z.object({ rules: z.array(KeptRule) }),
    read: async ctx => ({ rules: await listRules(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/rules',
    summary: 'Make a rule',
    body: Rule,
    answer: one,
    write: (ctx, { body }) => createRule(ctx, body),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/api/rules/{id}',
    summary: 'Change a rule',
    params: one,
    body: ChangeRule,
    answer: one,
    write: (ctx, { params, body }) => changeRule(ctx, params.id, body),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/rules/{id}',
    summary: 'Take a rule out of use',
    params: one,
    answer: Done,
    write: (ctx, { params }) => thenDone(archiveRule(ctx, params.id)),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/rules/dry-run',
    // It looks through many texts.
    perMinute: 30,
    summary: 'What a rule would do to the newest conversations; nothing is done',
    body: TryRule,
    answer: RuleTrial,
    read: (ctx, { body }) => tryRule(ctx, body.rule, body.last),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/rules/runs',
    summary: 'What rules did and why, the newest first',
    query: ListRuleRuns,
    answer: z.object({ runs: z.array(RuleRun), next: z.string().nullable() }),
    read: (ctx, { query }) => listRuleRuns(ctx, query),
  }),
]
