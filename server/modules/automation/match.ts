// Whether a rule is for a conversation, and why. Pure, so that a table can test every case.
import type { Conditions, Reason } from '../../../contract/automation.ts'
import type { Traits } from '../conversations/index.ts'
import { matches as matchesPolicy } from '../sla/index.ts'
import { firstIn, type Phrase } from './phrases.ts'

export interface Facts extends Traits {
  /** The subject and what the customer wrote, made `plain`. */
  texts: readonly string[]
  /** Whether a calendar is open just then; undefined for one that isn't there. */
  isOpen(calendarId: string): boolean | undefined
}

/** Why all conditions hold; null where one doesn't. `phrases` are the words of the rule, made ready. */
export function reasonsFor(rule: Conditions, facts: Facts, phrases: readonly Phrase[]): Reason[] | null {
  const reasons = reasonsWithoutWords(rule, facts)
  if (!reasons || !rule.words) return reasons
  const found = facts.texts.map(text => firstIn(text, phrases)).find(phrase => phrase)
  return found ? [...reasons, { by: 'words', value: found.said }] : null
}

/** As `reasonsFor`, without a look at what anybody wrote. */
export function reasonsWithoutWords(rule: Conditions, facts: Omit<Facts, 'texts'>): Reason[] | null {
  // Neither is anybody's to work on: one goes on elsewhere, the other is a question among colleagues.
  if (facts.status === 'merged' || facts.channel === 'internal') return null
  if (!matchesPolicy(rule, facts)) return null
  if (rule.complexities && !rule.complexities.includes(facts.complexity)) return null
  if (rule.statuses && !rule.statuses.includes(facts.status)) return null
  if (rule.withoutTags?.some(tag => facts.tags.includes(tag))) return null
  const tag = rule.tags?.find(one => facts.tags.includes(one))
  if (rule.tags && tag === undefined) return null
  if (rule.hours && facts.isOpen(rule.hours.calendarId) !== rule.hours.open) return null
  return [
    ...(rule.channels ? [{ by: 'channels', value: facts.channel }] : []),
    ...(rule.topics ? [{ by: 'topics', value: facts.topic! }] : []),
    ...(rule.priorities ? [{ by: 'priorities', value: facts.priority }] : []),
    ...(rule.languages ? [{ by: 'languages', value: facts.language }] : []),
    ...(rule.tiers ? [{ by: 'tiers', value: facts.tier! }] : []),
    ...(rule.teamIds ? [{ by: 'teamIds', value: facts.teamId! }] : []),
    ...(rule.complexities ? [{ by: 'complexities', value: facts.complexity }] : []),
    ...(rule.statuses ? [{ by: 'statuses', value: facts.status }] : []),
    ...(tag === undefined ? [] : [{ by: 'tags', value: tag }]),
    ...(rule.hours ? [{ by: 'hours', value: rule.hours.open ? 'open' : 'closed' }] : []),
  ]
}
