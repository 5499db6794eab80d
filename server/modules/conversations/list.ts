// The inbox: a page of conversations the reader may see, by view, status and order. Cheap with a million of them.
import { createHash } from 'node:crypto'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { DueClock } from '../../../contract/clocks.ts'
import type { ConversationPage } from '../../../contract/conversations.ts'
import {
  activeStatuses,
  type Conversation,
  complexities,
  type ListConversations,
} from '../../../contract/conversations.ts'
import { may, type ReadContext } from '../../platform/context.ts'
import type { Tables } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { customersInTier } from '../customers/index.ts'
import type { ConversationRow } from './access.ts'
import { directoryFor } from './directory.ts'
import { type Directory, toStaffConversation } from './shapes.ts'

export type Query = SelectQueryBuilder<Tables, 'conversations', ConversationRow>

/** Gives a page; `next` leads to the following one, whatever has changed in between. */
export async function listConversations(
  ctx: ReadContext,
  wanted: ListConversations,
  names: (rows: ConversationRow[]) => Promise<Directory> = rows => directoryFor(ctx, rows),
): Promise<z.input<typeof ConversationPage>> {
  const base = ctx.db.selectFrom('conversations').selectAll('conversations') as unknown as Query
  const filtered = onlyVisible(
    ctx,
    inView(ctx, inStatus(wanted.sort === 'due_next' ? due(base) : base, wanted), wanted),
  )
  const rows = await pageOf(ctx, sorted(filtered, wanted), wanted.limit + 1)
  const shown = rows.slice(0, wanted.limit)
  const directory = await names(shown)
  const conversations: Conversation[] = shown.map(row => ({
    ...toStaffConversation(row, directory),
    clock: row.clock,
  }))
  const last = shown.at(-1)
  return { conversations, next: rows.length > wanted.limit && last ? encode(wanted.sort, last) : null }
}

type ListRow = ConversationRow & { clock: DueClock | null }

/** Planned once for each combination of filters, which takes longer than finding the rows. */
async function pageOf(ctx: ReadContext, query: Query, length: number): Promise<ListRow[]> {
  const { sql: text, parameters } = query
    .select(sql`(select clock from due_clocks where conversation_id = conversations.id)`.as('clock'))
    // As a parameter it would have the planner reckon with a tenth of all rows.
    .limit(sql.raw<number>(String(length)))
    .compile()
  return ctx.run<ListRow>({ name: nameOf(text), text }, parameters)
}

const nameOf = (text: string): string => `list_${createHash('sha1').update(text).digest('hex')}`

/** Those that something is due in, with what they are sorted by. */
const due = (query: Query): Query =>
  query
    .innerJoin('due_clocks', 'due_clocks.conversation_id', 'conversations.id')
    .select(['due_clocks.due_at', 'due_clocks.conversation_id'])
    .where('due_clocks.due_at', 'is not', null) as unknown as Query

/** Conversations by id, as far as the reader may see them. */
export async function conversationsById(ctx: ReadContext, ids: string[]): Promise<ConversationRow[]> {
  if (ids.length === 0) return []
  const base = ctx.db.selectFrom('conversations').selectAll() as unknown as Query
  return onlyVisible(ctx, base.where('id', 'in', ids)).execute()
}

function inStatus(query: Query, { status, view }: ListConversations): Query {
  if (status === 'active') {
    if (view === 'mentions') return query
    // Spelt out, so that the planner sees that the partial indexes fit.
    return query.where(sql<boolean>`status in (${sql.raw(activeStatuses.map(one => `'${one}'`).join(', '))})`)
  }
  return query.where('status', '=', status)
}

function inView(ctx: ReadContext, query: Query, wanted: ListConversations): Query {
  const { view, teamId, tag, complexity, tier } = wanted
  const me = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  let narrowed = query
  if (view === 'mine') narrowed = narrowed.where('assignee_id', '=', me)
  if (view === 'unassigned') narrowed = narrowed.where('assignee_id', 'is', null)
  if (view === 'mentions') {
    narrowed = narrowed.where('id', 'in', eb =>
      eb.selectFrom('mentions').select('conversation_id').where('staff_id', '=', me),
    )
  }
  if (teamId) narrowed = narrowed.where('team_id', '=', teamId)
  if (tag) narrowed = narrowed.where(sql<boolean>`tags @> array[${tag}]::text[] and tags <> '{}'`)
  if (complexity) narrowed = narrowed.where('complexity', '=', complexities.indexOf(complexity))
  if (tier) narrowed = narrowed.where('customer_id', 'in', customersInTier(ctx, tier))
  return narrowed
}

export function onlyVisible({ actor }: ReadContext, query: Query): Query {
  if (may(actor, 'conversations.read_all')) return query
  if (actor.kind !== 'staff') return query.where(sql<boolean>`false`)
  const { id, teamIds } = actor
  const mine = (eb: ExpressionBuilder<Tables, 'conversations'>) => [
    eb.and([eb('team_id', 'is', null), eb('side_of', 'is', null)]),
    eb('assignee_id', '=', id),
    ...(teamIds.length > 0 ? [eb('team_id', 'in', [...teamIds])] : []),
  ]
  return query.where(eb => eb.or(mine(eb)))
}

interface Due {
  due_at: Date
  conversation_id: string
}

const orders = {
  newest: { columns: ['active_at', 'id'], descending: true },
  oldest: { columns: ['active_at', 'id'], descending: false },
  waiting_longest: { columns: ['waiting_since', 'id'], descending: false },
  priority: { columns: ['priority', 'active_at', 'id'], descending: true },
  due_next: { columns: ['due_at', 'conversation_id'], descending: false },
} as const

function sorted(query: Query, { sort, cursor }: ListConversations): Query {
  const { columns, descending } = orders[sort]
  let result = sort === 'waiting_longest' ? query.where('waiting_since', 'is not', null) : query
  if (cursor) {
    const after = decode(cursor, columns.length)
    const names = sql.join(columns.map(column => sql.ref(column)))
    const values = sql.join(after.map((value, index) => cast(columns[index]!, value)))
    result = result.where(sql<boolean>`(${names}) ${sql.raw(descending ? '<' : '>')} (${values})`)
  }
  for (const column of columns) result = result.orderBy(sql.ref(column), descending ? 'desc' : 'asc')
  return result
}

const casts = {
  active_at: 'timestamptz',
  due_at: 'timestamptz',
  conversation_id: 'uuid',
  waiting_since: 'timestamptz',
  priority: 'smallint',
  id: 'uuid',
} as const
const cast = (column: keyof typeof casts, value: string) => sql`${value}::${sql.raw(casts[column])}`

const encode = (sort: keyof typeof orders, row: ConversationRow & Partial<Due>): string =>
  Buffer.from(JSON.stringify(orders[sort].columns.map(column => row[column]))).toString('base64url')

const cursorShapes = [/^[0-9]$/, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /^[0-9a-f-]{36}$/]

function decode(cursor: string, length: number): string[] {
  try {
    const values = (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]).map(String)
    const shapes = cursorShapes.slice(-length)
    if (values.length === length && values.every((value, index) => shapes[index]!.test(value))) return values
  } catch {
    // Falls through to the same answer as any other cursor that isn't ours.
  }
  throw new AppError('invalid_input', { fields: [{ path: 'cursor', message: 'unknown' }] })
}
