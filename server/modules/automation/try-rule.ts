// A dry run: what a rule would have done to the newest conversations as they stand now. Nothing is written.
import type { Rule, RuleTrial, When } from '../../../contract/automation.ts'
import { complexities, priorities } from '../../../contract/conversations.ts'
import type { ReadContext } from '../../platform/context.ts'
import { newestConversations } from '../conversations/index.ts'
import { wouldDo } from './apply.ts'
import { factsFor } from './facts.ts'
import { type Facts, reasonsFor } from './match.ts'
import { phrasesOf } from './phrases.ts'

const hourMs = 3_600_000
const newest = 2_147_483_647

/** Looks through the newest `last` that the reader may see; what they may not, is not counted either. */
export async function tryRule(ctx: ReadContext, rule: Rule, last: number): Promise<RuleTrial> {
  const ids = await newestConversations(ctx, last)
  const kept = { id: '', version: 0, changedAt: ctx.now.toISOString(), rule }
  const looks = ids.map(id => ({ id, from: 1, to: newest, rules: [kept] }))
  const facts = await factsFor(ctx, looks)
  const phrases = phrasesOf(rule.if.words ?? [])
  const matches = [...facts].flatMap(([{ id }, found]) => {
    const reasons = couldHave(rule.when, found, ctx.now) ? reasonsFor(rule.if, found, phrases) : null
    if (!reasons) return []
    const would = rule.then.filter(action => wouldDo(action, rowOf(found)))
    return [{ conversationId: id, number: found.number, subject: found.subject, reasons, would }]
  })
  return { looked: ids.length, matches }
}

/** Whether what the rule waits for can be told from how a conversation stands; what is forgotten counts as having been. */
function couldHave(when: When, { status, tags, waitingSince, activeAt }: Facts, now: Date): boolean {
  const isOver = (since: Date, hours: number) => now.getTime() - since.getTime() >= hours * hourMs
  switch (when.event) {
    case 'status_changed':
      return when.to?.includes(status) ?? true
    case 'tag_added':
      return when.tags ? when.tags.some(tag => tags.includes(tag)) : tags.length > 0
    case 'unanswered':
      return waitingSince !== null && isOver(waitingSince, when.hours)
    case 'idle':
      return status === 'waiting' && isOver(activeAt, when.hours)
    default:
      return true
  }
}

const rowOf = ({ status, priority, complexity, assigneeId, teamId, tags }: Facts) => ({
  status,
  priority: priorities.indexOf(priority),
  complexity: complexities.indexOf(complexity),
  assignee_id: assigneeId,
  team_id: teamId,
  tags: [...tags],
})
