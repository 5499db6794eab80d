// How many conversations stand where: changes are appended in the transaction, folded by a job, and read as one small sum.
import { sql } from 'kysely'
import { activeStatuses, type ConversationCounts, type Status } from '../../../contract/conversations.ts'
import {
  type Actor,
  type Context,
  type Desk,
  may,
  type ReadContext,
  type Statement,
  system,
} from '../../platform/context.ts'
import { inserting } from '../../platform/rows.ts'
import { type ConversationRow, nobody } from './access.ts'

type Place = Pick<ConversationRow, 'status' | 'team_id' | 'assignee_id' | 'side_of'>

/** Notes the conversations that moved; a new one was nowhere before. */
export function recordCountChanges(ctx: Context, moves: { before?: Place; after: Place }[]): void {
  const sums = new Map<string, ReturnType<typeof change>>()
  const add = (one: ReturnType<typeof change>) => {
    const key = `${one.status} ${one.team_id} ${one.assignee_id}`
    sums.set(key, { ...one, delta: one.delta + (sums.get(key)?.delta ?? 0) })
  }
  for (const { before, after } of moves) {
    if (before) add(change(before, -1))
    add(change(after, 1))
  }
  const changes = [...sums.values()].filter(({ delta }) => delta !== 0)
  if (changes.length > 0) ctx.send(...insertChanges(changes))
}

/** What has no team is everybody's; but a question to a colleague is counted where nobody else looks. */
const change = ({ status, team_id, assignee_id, side_of }: Place, delta: number) => ({
  status,
  team_id: team_id === null && side_of !== null ? nobody : team_id,
  assignee_id,
  delta,
})

const insertChanges = inserting('conversation_count_changes', ['status', 'team_id', 'assignee_id', 'delta'])

/** Adds the changes to the counts. One at a time: two would wait for each other's rows. */
export async function foldCounts(desk: Desk): Promise<void> {
  await desk.transact(system('foldCounts'), async ({ db }) => {
    await sql`select pg_advisory_xact_lock(4207002)`.execute(db)
    await sql`
      with taken as (
        delete from conversation_count_changes returning status, team_id, assignee_id, delta
      )
      insert into conversation_counts (status, team_id, assignee_id, n)
      select status, team_id, assignee_id, sum(delta) from taken group by 1, 2, 3
      on conflict (status, team_id, assignee_id) do update set n = conversation_counts.n + excluded.n`.execute(
      db,
    )
  })
}

interface CountRow {
  status: Status
  team_id: string | null
  mine: boolean
  unassigned: boolean
  n: number
}

/** The counts beside the views, as far as the reader may see. */
export async function countConversations(ctx: ReadContext): Promise<ConversationCounts> {
  const me = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const rows = await ctx.run<CountRow>(readCounts, [me, [...activeStatuses]])
  return sumUp(ctx.actor, rows)
}

function sumUp(actor: Actor, rows: CountRow[]): ConversationCounts {
  const all = may(actor, 'conversations.read_all')
  const readable = rows.filter(row => all || row.mine || isOpenTo(actor, row.team_id))
  const sum = (which: (row: CountRow) => boolean) =>
    readable.filter(which).reduce((total, row) => total + Number(row.n), 0)
  const teams = [...new Set(readable.map(row => row.team_id))].filter(id => id !== null)
  return {
    mine: sum(row => row.mine),
    unassigned: sum(row => row.unassigned),
    all: sum(() => true),
    queued: sum(row => row.status === 'queued'),
    teams: teams.filter(id => id !== nobody).map(id => ({ id, count: sum(row => row.team_id === id) })),
  }
}

/** A key belongs to no team; without the right to read all it sees none. */
const isOpenTo = (actor: Actor, teamId: string | null): boolean =>
  actor.kind === 'staff' && (teamId === null || actor.teamIds.includes(teamId))

const readCounts: Statement = {
  name: 'read_counts',
  text: `select status, team_id, coalesce(assignee_id = $1, false) as mine, assignee_id is null as unassigned, sum(n)::bigint as n
    from (
      select status, team_id, assignee_id, n from conversation_counts
      union all
      select status, team_id, assignee_id, delta from conversation_count_changes
    ) as counted
    where status = any($2)
    group by 1, 2, 3, 4`,
}
