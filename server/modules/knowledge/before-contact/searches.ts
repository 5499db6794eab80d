// Records what is looked for before a contact and what comes of it, behind everybody's back: nobody waits for the database.
import { sql } from 'kysely'
import type { SearchPlace } from '../../../../contract/help.ts'
import { type Context, type Desk, system } from '../../../platform/context.ts'
import { asAppError } from '../../../platform/errors.ts'
import { masked } from './mask.ts'

export interface Looked {
  /** Of one matter that somebody types about; a later text takes the place of the earlier. */
  searchId: string
  place: SearchPlace
  locale: string
  text: string
  /** How many there were in all. */
  found: number
  /** Ids of the articles that were shown. */
  offered: readonly string[]
  customerId: string | null
}

export interface Opened {
  searchId: string
  place: SearchPlace
  locale: string
  articleId: string
}

export interface Contacted {
  searchId: string
  place: SearchPlace
  locale: string
  customerId: string
  conversationId: string
}

/** An agent's message that leads to articles. */
export interface Sent {
  conversationId: string
  seq: number
  staffId: string
  slugs: readonly string[]
}

interface Row {
  id: string
  at: Date
  place: SearchPlace
  locale: string
  /** Empty until it is known: another node may have heard of it. */
  query: string
  found: number
  offered: readonly string[]
  opened: string[]
  customer_id: string | null
  conversation_id: string | null
}

interface Notes {
  searches: Map<string, Row>
  sent: (Sent & { at: Date })[]
  timer: NodeJS.Timeout | undefined
  writing: Promise<void>
}

const writeAfterMs = 3_000
/** Of one node between two writes; what is beyond is not recorded, for it can only be somebody's mischief. */
const mostNotes = 20_000
const mostOpened = 50

// By the secrets object because each desk has exactly one: several desks may run in one process.
const kept = new WeakMap<object, Notes>()

/** Returns at once; a few seconds later it is written. */
export function noteSearch(
  desk: Desk,
  { searchId, text, found, offered, customerId, ...about }: Looked,
): void {
  const row = rowOf(desk, searchId, about)
  if (row)
    Object.assign(row, {
      ...about,
      query: masked(text),
      found,
      offered,
      customer_id: customerId ?? row.customer_id,
    })
}

/** Somebody reads an article that a search offered. */
export function noteOpened(desk: Desk, { searchId, articleId, ...about }: Opened): void {
  const row = rowOf(desk, searchId, about)
  if (row && row.opened.length < mostOpened && !row.opened.includes(articleId)) row.opened.push(articleId)
}

/** They wrote all the same. Counts within a day of the search. */
export function noteConversation(
  desk: Desk,
  { searchId, customerId, conversationId, ...about }: Contacted,
): void {
  const row = rowOf(desk, searchId, about)
  if (row) Object.assign(row, { customer_id: customerId, conversation_id: conversationId })
}

/** An agent sent articles by hand. */
export function noteSent(desk: Desk, sent: Sent): void {
  const notes = notesOf(desk)
  if (notes.sent.length < mostNotes) notes.sent.push({ ...sent, at: desk.clock() })
  writeSoon(desk, notes)
}

function rowOf(desk: Desk, given: string, about: Pick<Row, 'place' | 'locale'>): Row | undefined {
  const notes = notesOf(desk)
  // Clients write it as they like, and the database knows one spelling.
  const id = given.toLowerCase()
  const known = notes.searches.get(id)
  if (known) return known
  if (notes.searches.size >= mostNotes) return undefined
  const blank = { query: '', found: 0, offered: [], opened: [], customer_id: null, conversation_id: null }
  const row = { id, at: desk.clock(), ...about, ...blank }
  notes.searches.set(id, row)
  writeSoon(desk, notes)
  return row
}

function notesOf({ secrets }: Pick<Desk, 'secrets'>): Notes {
  const known = kept.get(secrets)
  if (known) return known
  const notes: Notes = { searches: new Map(), sent: [], timer: undefined, writing: Promise.resolve() }
  kept.set(secrets, notes)
  return notes
}

function writeSoon(desk: Desk, notes: Notes): void {
  notes.timer ??= setTimeout(() => void writeNotes(desk), writeAfterMs).unref()
}

/** Writes what was noted on this node; resolves when it is, or couldn't be, which is logged and is nobody's loss but a count's. */
export function writeNotes(desk: Desk): Promise<void> {
  const notes = notesOf(desk)
  clearTimeout(notes.timer)
  notes.timer = undefined
  // One after the other: two batches at once could wait for one another's rows.
  notes.writing = notes.writing.then(() => write(desk, notes))
  return notes.writing
}

async function write(desk: Desk, notes: Notes): Promise<void> {
  const searches = [...notes.searches.values()]
  const { sent } = notes
  if (searches.length === 0 && sent.length === 0) return
  notes.searches = new Map()
  notes.sent = []
  if (sent.length > 0) await attempt(desk, sent, keepSent)
  await keepParts(desk, searches)
}

/** A row that can't be written costs itself: what fails is tried again in halves. */
async function keepParts(desk: Desk, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0 || (await attempt(desk, rows, keepSearches)) || rows.length === 1) return
  const half = Math.ceil(rows.length / 2)
  await keepParts(desk, rows.slice(0, half))
  await keepParts(desk, rows.slice(half))
}

async function attempt<T>(
  desk: Desk,
  rows: readonly T[],
  keep: (ctx: Context, rows: readonly T[]) => Promise<void>,
): Promise<boolean> {
  try {
    await desk.transact(system('searches'), ctx => keep(ctx, rows))
    return true
  } catch (error) {
    desk.log.warn({ err: error, count: rows.length }, 'searches were not recorded')
    // Whatever the database refuses for being away, it refuses in halves as well.
    return asAppError(error).code !== 'internal' && asAppError(error).code !== 'invalid_input'
  }
}

/** In the order of their ids, as every node does, so that none waits for another in a circle. */
async function keepSearches({ db }: Context, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into searches (id, at, place, locale, query, found, offered, opened, customer_id, conversation_id)
    select id, at, place, locale, query, found, array(select jsonb_array_elements_text(offered))::uuid[],
      array(select jsonb_array_elements_text(opened))::uuid[], customer_id, conversation_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, at timestamptz, place text, locale text, query text,
      found int, offered jsonb, opened jsonb, customer_id uuid, conversation_id uuid)
    order by id
    on conflict (id) do update set
      query = case when excluded.query = '' then searches.query else excluded.query end,
      found = case when excluded.query = '' then searches.found else excluded.found end,
      offered = case when excluded.query = '' then searches.offered else excluded.offered end,
      opened = array(select distinct o from unnest(searches.opened || excluded.opened) o limit ${mostOpened}),
      customer_id = coalesce(excluded.customer_id, searches.customer_id),
      conversation_id = case when searches.conversation_id is null and excluded.at < searches.at + interval '24 hours'
        then excluded.conversation_id else searches.conversation_id end
    -- Whoever was given the link of somebody else's search changes nothing of it.
    where excluded.customer_id is null or searches.customer_id is null or excluded.customer_id = searches.customer_id`.execute(
    db,
  )
}

/** A slug that leads nowhere is no article's. */
async function keepSent({ db }: Context, sent: readonly (Sent & { at: Date })[]): Promise<void> {
  const rows = sent.flatMap(({ slugs, ...about }) => slugs.map(slug => ({ ...about, slug })))
  await sql`
    insert into article_sends (conversation_id, seq, article_id, staff_id, at)
    select w."conversationId", w.seq, coalesce(a.id, r.article_id), w."staffId", w.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w("conversationId" uuid, seq int, "staffId" uuid, at timestamptz, slug text)
    left join articles a on a.slug = w.slug left join article_redirects r on r.slug = w.slug
    where coalesce(a.id, r.article_id) is not null
    on conflict do nothing`.execute(db)
}

const daysKept = 90

/** Throws away what is older than three months. */
export async function cleanSearches(desk: Desk): Promise<void> {
  await desk.transact(system('cleanSearches'), async ({ db, now }) => {
    const longAgo = new Date(now.getTime() - daysKept * 86_400_000)
    await db.deleteFrom('searches').where('at', '<', longAgo).execute()
    await db.deleteFrom('article_sends').where('at', '<', longAgo).execute()
  })
}
