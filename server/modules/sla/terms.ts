// Which terms count for a conversation from now on, beside those that counted before.
import type { KeptCalendar, KeptPolicy } from '../../../contract/sla.ts'
import type { VersionOf } from '../../platform/versions.ts'
import type { Traits } from '../conversations/index.ts'
import { findPolicy } from './policy.ts'
import type { KeptTerms } from './tables.ts'

/** What the desk promises today. */
export interface Offer {
  policies: readonly KeptPolicy[]
  calendars: ReadonlyMap<string, KeptCalendar>
}

/**
 * The history with the terms of today; the same one when these count already. They count from `cause` on, but not from before
 * they were made, nor from before those that counted last.
 */
export function termsAfter(
  history: KeptTerms[],
  { policies, calendars }: Offer,
  traits: Traits,
  cause: Date,
): KeptTerms[] {
  const match = findPolicy(
    policies.map(kept => ({ ...kept.policy, kept })),
    traits,
  )
  const policy = match?.kept ?? null
  const calendar = (policy?.policy.calendarId && calendars.get(policy.policy.calendarId)) || null
  const last = history.at(-1)
  if (isSame(last?.policy ?? null, policy) && isSame(last?.calendar ?? null, calendar)) return history
  const instants = [cause.toISOString(), last?.from ?? '', policy?.changedAt ?? '', calendar?.changedAt ?? '']
  const from = instants.toSorted().at(-1)!
  return [...history, { from, policy: versionOf(policy), calendar: versionOf(calendar) }]
}

const isSame = (one: VersionOf | null, other: VersionOf | null): boolean =>
  one?.id === other?.id && one?.version === other?.version

const versionOf = (kept: VersionOf | null): VersionOf | null => kept && { id: kept.id, version: kept.version }
