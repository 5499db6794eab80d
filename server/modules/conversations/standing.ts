// Where a conversation stands and since when, in the few words that mean something to the customer.
import type { LineCode } from '../../../contract/conversations.ts'
import type { ReadContext, Statement } from '../../platform/context.ts'
import { type ConversationRow, loadConversation } from './access.ts'
import type { EntryRow } from './write.ts'

export interface Standing {
  /** `received`: nobody has had it in hand yet. `with_us`: somebody has, and the next step is the desk's. */
  state: 'received' | 'with_us' | 'waiting_for_you' | 'solved' | 'closed' | 'merged'
  since: Date
  /** Whose it is; agents' names for it are not customers'. */
  teamId: string | null
}

/** What the state is told from: messages and the lines below, newest first. */
export type Step = Pick<EntryRow, 'kind' | 'author_kind' | 'code' | 'at' | 'line_values'>

const telling: LineCode[] = [
  'assigned',
  'joined',
  'team_changed',
  'status_changed',
  'reopened',
  'solved',
  'closed',
  'merged_into',
]

/** @throws AppError not_found */
export async function standingOf(ctx: ReadContext, id: string): Promise<Standing> {
  const row = await loadConversation(ctx, id)
  return standing(row, await ctx.run<Step>(newestSteps, [id, telling]))
}

const newestSteps: Statement = {
  name: 'newest_steps',
  text: `select kind, author_kind, code, at, line_values from entries where conversation_id = $1
    and (kind = 'message' or code = any($2)) order by seq desc limit 200`,
}

/**
 * The entries by which a conversation came to a team, with its id: all that customers may know of them is the name that a
 * team has for them. Whoever calls has checked that the reader may see the conversation.
 */
export const handedTo = (ctx: ReadContext, id: string): Promise<{ seq: number; teamId: string }[]> =>
  ctx.run(teamChanges, [id])

const teamChanges: Statement = {
  name: 'team_changes',
  text: `select seq, line_values->>'teamId' as "teamId" from entries where conversation_id = $1
    and code = 'team_changed' and line_values->>'teamId' is not null order by seq desc limit 100`,
}

type Row = Pick<ConversationRow, 'status' | 'team_id' | 'assignee_id' | 'created_at'>

/** Decides from the steps, of which the oldest may be missing. */
export function standing(row: Row, steps: readonly Step[]): Standing {
  const { status, team_id: teamId } = row
  const at = (step: Step | undefined) => step?.at ?? row.created_at
  const line = (...codes: LineCode[]) => steps.find(({ code }) => code !== null && codes.includes(code))
  if (status === 'solved' || status === 'closed') return { state: status, since: at(line(status)), teamId }
  if (status === 'merged') return { state: status, since: at(line('merged_into')), teamId }
  const isDesks = (step: Step) => step.kind === 'message' && step.author_kind !== 'customer'
  const answer = steps.find(isDesks)
  if (status === 'waiting') {
    const set = steps.find(
      ({ code, line_values: values }) => code === 'status_changed' && values?.status === status,
    )
    return { state: 'waiting_for_you', since: latest(at(answer), set?.at), teamId }
  }
  if (!answer && !row.assignee_id && !teamId)
    return { state: 'received', since: at(line('reopened')), teamId }
  const taken = line('assigned', 'joined', 'team_changed', 'reopened')
  return { state: 'with_us', since: latest(at(taken), firstAfter(steps, isDesks)?.at), teamId }
}

/** The first message of the customer after the desk's last one: with it, the next step was the desk's again. */
function firstAfter(steps: readonly Step[], isDesks: (step: Step) => boolean): Step | undefined {
  const answered = steps.findIndex(isDesks)
  if (answered < 0) return undefined
  return steps.slice(0, answered).findLast(({ kind }) => kind === 'message')
}

const latest = (one: Date, other: Date | undefined): Date => (other && other > one ? other : one)
