// Which promise a conversation gets.
import type { ChannelName, Priority, Topic } from '../../../contract/conversations.ts'
import type { Policy } from '../../../contract/sla.ts'

/** What a policy looks at. `language` is the conversation's locale, such as `zh-TW`. */
export interface Promised {
  topic: Topic | null
  priority: Priority
  language: string
  tier: string | null
  channel: ChannelName
  teamId: string | null
}

/**
 * The enabled policy with the lowest position, of equals the first given, whose every list holds what the conversation has;
 * null when there is none. What a conversation doesn't have (no topic, tier or team) is in no list.
 */
export function findPolicy<P extends Pick<Policy, 'enabled' | 'position' | 'match'>>(
  policies: readonly P[],
  promised: Promised,
): P | null {
  const matching = policies.filter(({ enabled, match }) => enabled && matches(match, promised))
  return matching.toSorted((one, other) => one.position - other.position)[0] ?? null
}

/** Whether every list that is there holds what the conversation has. */
export function matches(match: Policy['match'], promised: Promised): boolean {
  return (
    holds(match.topics, promised.topic) &&
    holds(match.priorities, promised.priority) &&
    holds(match.tiers, promised.tier) &&
    holds(match.channels, promised.channel) &&
    holds(match.teamIds, promised.teamId) &&
    (match.languages?.some(language => covers(language, promised.language)) ?? true)
  )
}

function holds<Item>(list: readonly Item[] | undefined, item: Item | null): boolean {
  return list === undefined || (item !== null && list.includes(item))
}

/** A tag stands for itself and what is more special: `zh` for `zh-TW`, but not the other way round. */
function covers(language: string, other: string): boolean {
  return `${other.toLowerCase()}-`.startsWith(`${language.toLowerCase()}-`)
}
