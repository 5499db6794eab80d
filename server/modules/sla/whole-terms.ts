// Terms with what they name: the policy and the calendar, each in the version that counted then.
import type { Calendar, Policy } from '../../../contract/sla.ts'
import type { VersionReader } from '../../platform/versions.ts'
import type { Terms } from './clock.ts'
import { calendars, policies } from './offer.ts'
import type { KeptTerms } from './tables.ts'

/** Clocks go by the policy's targets, what follows from a breach by its steps. */
export interface WholeTerms extends Terms {
  policy: Policy | null
  calendar: Calendar | null
  from: Date
}

export async function wholeTerms(ctx: VersionReader, kept: readonly KeptTerms[]): Promise<WholeTerms[]> {
  const terms: WholeTerms[] = []
  for (const { from, policy, calendar } of kept) {
    terms.push({
      from: new Date(from),
      policy: policy && (await policies.at(ctx, policy)),
      calendar: calendar && (await calendars.at(ctx, calendar)),
    })
  }
  return terms
}
