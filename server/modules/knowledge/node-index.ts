// What this node finds articles with: all that are published, in memory, read once and renewed where something changes.
import { createHash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Desk, ReadContext } from '../../platform/context.ts'
import { nobody } from '../../platform/context.ts'
import { type Analysed, analyse, pack, unpack } from '../../text/analyse.ts'
import { createLexicon, type Lexicon } from '../../text/lexicon.ts'
import { createIndex, type SearchIndex } from '../../text/search-index.ts'
import { listConcepts } from './concepts.ts'
import type { Listed } from './published.ts'

/** An article in every language in which it is public. */
export type Texts = ReadonlyMap<string, Listed>

export interface NodeIndex {
  index: SearchIndex
  /** The concepts that it goes by. */
  lexicon: Lexicon
  /** By the article's id. */
  articles: ReadonlyMap<string, Texts>
}

export type IndexReader = Pick<ReadContext, 'db' | 'secrets' | 'log'>

/** Rows read at a time, and how long the node does nothing else, in milliseconds. */
const readAtOnce = 500
const longestTurnMs = 8

interface Kept {
  built: Built | undefined
  /** Ends when everything that has been heard of is in `built`. */
  ready: Promise<void>
  /** Ids of articles that have changed since a new one is being made; undefined while none is. */
  changed: Set<string> | undefined
}

interface Built extends NodeIndex {
  madeBy: string
  articles: Map<string, Map<string, Listed>>
}

// By the secrets object because each desk has exactly one: several desks may run in one process.
const kept = new WeakMap<object, Kept>()

/** The index with all changes that this node has heard of. The first call reads everything. */
export async function nodeIndex(ctx: IndexReader): Promise<NodeIndex> {
  const one = kept.get(ctx.secrets) ?? begin(ctx)
  await one.ready
  return one.built!
}

function begin(ctx: IndexReader): Kept {
  const one: Kept = { built: undefined, ready: Promise.resolve(), changed: undefined }
  one.ready = build(ctx).then(built => {
    one.built = built
  })
  kept.set(ctx.secrets, one)
  one.ready.catch(() => forget(ctx, one))
  return one
}

/** What went wrong with the database will be right again, and then all is read anew. */
const forget = ({ secrets }: IndexReader, one: Kept): unknown =>
  kept.get(secrets) === one && kept.delete(secrets)

/** Of more, nobody waits for: they are read beside the searches. */
const mostWaitedFor = 300

/** Reads these articles again; who searches next waits for it. */
export function renewArticles(desk: Desk, ids: readonly string[]): void {
  const ctx = desk.read(nobody)
  const one = kept.get(ctx.secrets)
  if (!one || ids.length === 0) return
  if (ids.length > mostWaitedFor) return renewIndex(desk)
  for (const id of ids) one.changed?.add(id)
  one.ready = one.ready.then(() => reread(ctx, one.built!, ids))
  one.ready.catch(error => {
    desk.log.warn({ err: error }, 'changed articles could not be read for the search')
    forget(ctx, one)
  })
}

async function reread(ctx: IndexReader, built: Built, ids: readonly string[]): Promise<void> {
  for (const id of ids) remove(built, id)
  await readInto(ctx, built, ids)
}

/** Makes the index anew, with the concepts as they are now. Searches go on with the old one meanwhile. */
export function renewIndex(desk: Desk): void {
  const ctx = desk.read(nobody)
  const one = kept.get(ctx.secrets)
  if (!one) return
  const isBusy = one.changed !== undefined
  // Seen by whoever is at it: begins once more.
  one.changed = new Set(isBusy ? [again] : [])
  if (isBusy) return
  remake(ctx, one).catch(error => {
    desk.log.warn({ err: error }, 'the search could not be made anew')
    forget(ctx, one)
  })
}

const again = 'again'

async function remake(ctx: IndexReader, one: Kept): Promise<void> {
  await one.ready
  for (;;) {
    const built = await build(ctx)
    const changed = one.changed!
    if (changed.has(again)) {
      one.changed = new Set()
      continue
    }
    one.changed = undefined
    one.built = built
    one.ready = one.ready.then(() => reread(ctx, built, [...changed]))
    return one.ready
  }
}

async function build(ctx: IndexReader): Promise<Built> {
  const concepts = await listConcepts(ctx)
  const lexicon = createLexicon(concepts)
  const built: Built = {
    lexicon,
    madeBy: madeBy(concepts),
    index: createIndex(lexicon),
    articles: new Map(),
  }
  await readInto(ctx, built, null)
  return built
}

/** Terms are only as good as the concepts, the analyser and the weights that they were made with. */
function madeBy(concepts: unknown): string {
  const analyser = pack({ terms: new Map(), words: [] })
  const parts = JSON.stringify([concepts, analyser, weights])
  return createHash('sha256').update(parts).digest('base64url').slice(0, 16)
}

interface Row {
  id: string
  locale: string
  number: number
  slug: string
  kind: Listed['kind']
  level: Listed['level']
  topic_id: string | null
  announces: NonNullable<Listed['announces']>['type'] | null
  starts_at: Date | null
  ends_at: Date | null
  pinned: boolean
  published_at: Date
  title: string
  summary: string
  /** Null where the terms needn't be made. */
  body: string | null
  questions: string[]
  terms: string | null
}

async function readInto(ctx: IndexReader, built: Built, ids: readonly string[] | null): Promise<void> {
  let last: Pick<Row, 'id' | 'locale'> = { id: '00000000-0000-0000-0000-000000000000', locale: '' }
  for (;;) {
    const rows = await read(ctx, built.madeBy, last, ids)
    let began = performance.now()
    const fresh: Fresh[] = []
    for (const row of rows) {
      add(built, row, fresh)
      if (performance.now() - began < longestTurnMs) continue
      await breath()
      began = performance.now()
    }
    await keep(ctx, built.madeBy, fresh).catch(error => {
      ctx.log.warn({ err: error }, 'terms of articles were not kept: the next start takes longer')
    })
    if (rows.length < readAtOnce) return
    last = rows.at(-1)!
  }
}

async function read(
  { db }: IndexReader,
  made: string,
  last: Pick<Row, 'id' | 'locale'>,
  ids: readonly string[] | null,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id, t.locale, a.slug, a.kind, a.level, a.topic_id, a.announces, a.starts_at, a.ends_at, a.pinned, t.published_at,
      r.number, r.title, r.summary, case when k.terms is null then r.body end as body, r.questions, k.terms
    from article_texts t
    join articles a on a.id = t.article_id and a.archived_at is null
    join article_revisions r on (r.article_id, r.locale, r.number) = (t.article_id, t.locale, t.published)
    left join article_terms k on (k.article_id, k.locale, k.revision) = (t.article_id, t.locale, t.published) and k.made_by = ${made}
    where t.published is not null and (t.article_id, t.locale) > (${last.id}::uuid, ${last.locale})
      and (${ids === null} or t.article_id = any(${[...(ids ?? [])]}::uuid[]))
    order by t.article_id, t.locale limit ${readAtOnce}`.execute(db)
  return rows
}

interface Fresh {
  row: Row
  analysed: Analysed
}

function add(built: Built, row: Row, fresh: Fresh[]): void {
  const known = row.terms === null ? null : unpack(row.terms)
  const analysed = known ?? analyse(fieldsOf(row), built.lexicon)
  if (!known) fresh.push({ row, analysed })
  built.index.put(keyOf(row.id, row.locale), analysed, { locale: row.locale, group: row.id })
  const texts = built.articles.get(row.id) ?? new Map<string, Listed>()
  texts.set(row.locale, listed(row))
  built.articles.set(row.id, texts)
}

/** What a word counts where it stands. */
const weights = { title: 4, questions: 2, summary: 2, body: 1 }

const fieldsOf = ({ title, summary, body, questions }: Row) => [
  { text: title, weight: weights.title },
  { text: questions.join('\n'), weight: weights.questions },
  { text: summary, weight: weights.summary },
  { text: body ?? '', weight: weights.body },
]

function remove(built: Built, id: string): void {
  for (const locale of built.articles.get(id)?.keys() ?? []) built.index.drop(keyOf(id, locale))
  built.articles.delete(id)
}

export const keyOf = (id: string, locale: string): string => `${id} ${locale}`
export const idOf = (key: string): string => key.slice(0, key.indexOf(' '))

const listed = (row: Row): Listed => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  level: row.level,
  topicId: row.topic_id,
  locale: row.locale,
  title: row.title,
  summary: row.summary,
  publishedAt: row.published_at,
  announces:
    row.announces && row.starts_at
      ? { type: row.announces, startsAt: row.starts_at, endsAt: row.ends_at, pinned: row.pinned }
      : null,
})

/** So that the next node that starts need not make them again; several nodes may write the same. */
async function keep({ db }: IndexReader, made_by: string, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return
  const rows = fresh.map(({ row, analysed }) => ({
    article_id: row.id,
    locale: row.locale,
    revision: row.number,
    terms: pack(analysed),
  }))
  await sql`
    insert into article_terms (article_id, locale, revision, made_by, terms)
    select article_id, locale, revision, ${made_by}, terms
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(article_id uuid, locale text, revision integer, terms text)
    on conflict (article_id, locale) do update set revision = excluded.revision, made_by = excluded.made_by, terms = excluded.terms`.execute(
    db,
  )
}
