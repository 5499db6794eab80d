// Versions of policies and calendars: they never change, so each is read once and is one object from then on.
import type { Calendar, Policy } from '../../../contract/sla.ts'
import type { ReadContext } from '../../platform/context.ts'
import type { Terms } from './clock.ts'
import type { KeptTerms, VersionOf } from './tables.ts'

/** Terms with the whole policy: clocks go by its targets, what follows from a breach by its steps. */
export interface WholeTerms extends Terms {
  policy: Policy | null
  calendar: Calendar | null
  from: Date
}

const policies = new Map<string, Policy>()
const calendars = new Map<string, Calendar>()
/** Many more than a desk goes by at a time. */
const most = 1_000

/** The terms with what they name. */
export async function wholeTerms(
  ctx: Pick<ReadContext, 'db'>,
  kept: readonly KeptTerms[],
): Promise<WholeTerms[]> {
  const terms: WholeTerms[] = []
  for (const { from, policy, calendar } of kept) {
    terms.push({
      from: new Date(from),
      policy: policy && (await policyOf(ctx, policy)),
      calendar: calendar && (await calendarOf(ctx, calendar)),
    })
  }
  return terms
}

const policyOf = (ctx: Pick<ReadContext, 'db'>, one: VersionOf): Promise<Policy> =>
  remembered(policies, one, ({ id, version }) =>
    ctx.db
      .selectFrom('policy_versions')
      .select('content')
      .where('policy_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )

const calendarOf = (ctx: Pick<ReadContext, 'db'>, one: VersionOf): Promise<Calendar> =>
  remembered(calendars, one, ({ id, version }) =>
    ctx.db
      .selectFrom('calendar_versions')
      .select('content')
      .where('calendar_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )

async function remembered<Content>(
  known: Map<string, Content>,
  one: VersionOf,
  read: (one: VersionOf) => Promise<{ content: Content }>,
): Promise<Content> {
  const key = `${one.id} ${one.version}`
  const before = known.get(key)
  if (before) return before
  const { content } = await read(one)
  if (known.size >= most) known.clear()
  known.set(key, content)
  return content
}
