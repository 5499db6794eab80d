// A clock with what was told of it: what is to be told now, when to look again, and which one a list shows. Pure.
import type { DueClock } from '../../../contract/clocks.ts'
import type { EscalationStep, Policy } from '../../../contract/sla.ts'
import type { Clock } from './clock.ts'
import type { WholeTerms } from './whole-terms.ts'
import { addWorkingTime } from './working-time.ts'

export interface Standing {
  clock: Clock
  warnedAt: Date | null
  /** Since when it is late; null until that was told. */
  breachedAt: Date | null
  /** Minutes of working time after the breach up to which escalation has got. */
  escalatedTo: number | null
}

export interface Rung {
  standing: Standing
  tell: 'soon' | 'late' | null
  steps: EscalationStep[]
}

type Counting = Pick<WholeTerms, 'policy' | 'calendar'>

/** What is due at `now`; null when nothing is. A promise that was broken and then kept late is told of, but not escalated. */
export function ring(standing: Standing, terms: Counting, now: Date): Rung | null {
  const { clock } = standing
  if (clock.state === 'breached' && !standing.breachedAt) {
    const steps = isPending(clock) ? stepsAt(terms.policy, 'breach') : []
    const breachedAt = clock.dueAt ?? now
    return { standing: { ...standing, breachedAt, escalatedTo: 0 }, tell: 'late', steps }
  }
  if (isWarned(standing, now)) {
    return {
      standing: { ...standing, warnedAt: now },
      tell: 'soon',
      steps: stepsAt(terms.policy, 'warning'),
    }
  }
  const late = laterSteps(standing, terms).filter(({ at }) => at <= now)
  if (late.length === 0) return null
  const escalatedTo = Math.max(...late.map(({ minutes }) => minutes))
  return { standing: { ...standing, escalatedTo }, tell: null, steps: late.map(({ step }) => step) }
}

/** When `ring` has something to say next; null for never, as it stands. */
export function nextRing(standing: Standing, terms: Counting, now: Date): Date | null {
  const { clock, warnedAt, breachedAt } = standing
  if (clock.state === 'breached' && !breachedAt) return now
  const instants = laterSteps(standing, terms).map(({ at }) => at.getTime())
  if (isPending(clock) && clock.state !== 'breached') {
    if (clock.warnAt && !warnedAt) instants.push(clock.warnAt.getTime())
    if (clock.dueAt) instants.push(clock.dueAt.getTime())
  }
  return instants.length > 0 ? new Date(Math.min(...instants)) : null
}

/** The one that is late or due first; of those that stand still, the one with the least time left. */
export function dueOf(standings: readonly Standing[]): DueClock | null {
  const shown = standings
    .map(({ clock }) => clock)
    .filter(clock => isPending(clock) && clock.state !== 'none')
  const [first] = shown.toSorted(
    (one, other) => instantOf(one) - instantOf(other) || leftOf(one) - leftOf(other),
  )
  if (!first) return null
  const { kind, state, dueAt, warnAt } = first
  return {
    kind,
    state: state as DueClock['state'],
    dueAt: dueAt?.toISOString() ?? null,
    warnAt: warnAt?.toISOString() ?? null,
    left: state === 'paused' ? leftOf(first) : null,
  }
}

const instantOf = ({ dueAt }: Clock): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER
const leftOf = ({ target, used }: Clock): number => Math.max(0, (target ?? 0) - used)

/** Whether somebody still has to keep it: it goes on, and so does the conversation. */
const isPending = ({ startedAt, endedAt, status }: Clock): boolean =>
  startedAt !== null && endedAt === null && !over.has(status)

const over = new Set<string>(['solved', 'closed', 'merged'])

function isWarned({ clock, warnedAt }: Standing, now: Date): boolean {
  const { state, warnAt } = clock
  if (warnedAt || !warnAt || !isPending(clock)) return false
  return (state === 'running' || state === 'paused') && warnAt <= now
}

const stepsAt = (policy: Policy | null, at: 'warning' | 'breach'): EscalationStep[] =>
  policy?.escalation.filter(step => step.at === at) ?? []

/** Steps that come some time after the breach, as far as they are ahead. */
function laterSteps({ clock, breachedAt, escalatedTo }: Standing, { policy, calendar }: Counting) {
  if (clock.state !== 'breached' || !breachedAt || !isPending(clock)) return []
  return (policy?.escalation ?? []).flatMap(step => {
    const { at: minutes } = step
    if (typeof minutes !== 'number' || minutes <= (escalatedTo ?? 0)) return []
    const at = addWorkingTime(calendar, breachedAt, minutes * 60_000)
    return at ? [{ step, minutes, at }] : []
  })
}
