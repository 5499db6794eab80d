// Another system's articles on their way in: the file is kept, read, looked at by somebody, and taken over whole or not at all.
import { type Selectable, sql, type UpdateObject } from 'kysely'
import type { ArticleImport, ImportReportLine } from '../../../contract/article-imports.ts'
import {
  type Actor,
  actorId,
  type Context,
  type Desk,
  may,
  type ReadContext,
  system,
} from '../../platform/context.ts'
import type { Tables } from '../../platform/db.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs.ts'
import { settingsOf } from '../desk/index.ts'
import { actorForStaff, staffBehind, staffNames } from '../identity/index.ts'
import { screen, uploadAny } from '../safety/index.ts'
import type { ArticleImportsTable } from './tables.ts'
import { takeOver } from './take-over.ts'
import type { Imported } from './transfer/imported-article.ts'
import { readInThread } from './transfer/in-thread.ts'

const author = system('article import')
const mostListed = 50

/** Keeps the file of a form, to be read by a job. @throws AppError file_too_large, storage_full, unsupported_media_type */
export const uploadImport = (desk: Desk, actor: Actor, raw: unknown): Promise<{ id: string }> =>
  uploadAny(desk, raw, ({ key, name }) =>
    desk.transact(actor, async ctx => {
      const id = newId()
      await ctx.db
        .insertInto('article_imports')
        .values({
          id,
          name,
          storage_key: key,
          state: 'reading',
          created_by: actor.kind === 'staff' ? actorId(actor) : null,
          created_at: ctx.now,
        })
        .execute()
      ctx.enqueue('readArticleImport', { id })
      return { id }
    }),
  )

/** The newest first. */
export async function listImports(ctx: ReadContext): Promise<ArticleImport[]> {
  const names = await staffNames(ctx)
  const rows = await ctx.db
    .selectFrom('article_imports')
    .select(summary)
    .select(sql<number>`jsonb_array_length(report)`.as('reported'))
    .orderBy('id', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map(({ created_by: by, created_at: at, storage_key: _, ...row }) => ({
    ...row,
    by: by && (names.get(by) ?? null),
    at: at.toISOString(),
  }))
}

/** Everything but the report, which may be large. */
const summary = [
  'id',
  'name',
  'storage_key',
  'state',
  'articles',
  'texts',
  'topics',
  'taken',
  'created_by',
  'created_at',
] as const

/** Line by line, what of it was not understood. Throws not_found. */
export async function importReport(ctx: ReadContext, id: string): Promise<ImportReportLine[]> {
  const row = await ctx.db
    .selectFrom('article_imports')
    .select('report')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.report
}

/** Has it taken over. @throws AppError wrong_step unless it is ready, forbidden when a program wants to publish, not_found */
export async function takeImport(ctx: Context, id: string, publish: boolean): Promise<void> {
  if (publish && ctx.actor.kind !== 'staff') throw new AppError('forbidden')
  const { state } = await lock(ctx, id)
  if (state !== 'ready') throw new AppError('wrong_step', { state })
  await ctx.db
    .updateTable('article_imports')
    .set({ state: 'taking', created_by: await staffBehind(ctx, ctx.actor) })
    .where('id', '=', id)
    .execute()
  ctx.enqueue('takeArticleImport', { id, publish })
}

/** Forgets it and its file, also while it is worked on; what was taken over stays. Throws not_found. */
export async function dropImport(ctx: Context, id: string): Promise<void> {
  const { storage_key: key } = await lock(ctx, id)
  await ctx.db.deleteFrom('article_imports').where('id', '=', id).execute()
  if (key) ctx.enqueue('removeFile', { key })
}

async function lock(ctx: Context, id: string): Promise<ImportRow> {
  const row = await ctx.db
    .selectFrom('article_imports')
    .select(summary)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

type ImportRow = Pick<Selectable<ArticleImportsTable>, (typeof summary)[number]>

/** The job that reads a file, and says what was understood. */
export const readArticleImport: Job = async (desk, payload, attempt) => {
  const row = await rowOf(desk, String(payload.id), 'reading')
  if (!row) return
  try {
    const { articles, topics, report } = await read(desk, row)
    const isFailed = articles.length === 0
    await end(desk, row, {
      state: isFailed ? 'failed' : 'ready',
      ...counted(articles),
      topics: topics.length,
      report: JSON.stringify(report.map(shown)),
    })
  } catch (error) {
    await giveUp(desk, row, attempt, error)
  }
}

/** The job that takes over what a file holds: all of it, or nothing. */
export const takeArticleImport: Job = async (desk, payload, attempt) => {
  const row = await rowOf(desk, String(payload.id), 'taking')
  if (!row) return
  try {
    const imported = await read(desk, row)
    const seen = counted(imported.articles)
    // What was looked at is taken over, or nothing.
    if (seen.articles !== row.articles || seen.texts !== row.texts) throw new AppError('stale_version')
    const actor = row.created_by ? await actorForStaff(desk.read(author), row.created_by) : undefined
    if (!actor || !may(actor, 'articles.review')) throw new AppError('forbidden')
    await desk.transact(actor, async ctx => {
      if ((await lock(ctx, row.id)).state !== 'taking') return
      const taken = await takeOver(ctx, imported, { publish: payload.publish === true })
      await ctx.db
        .updateTable('article_imports')
        .set({ state: 'done', taken: JSON.stringify(taken), storage_key: null, ended_at: ctx.now })
        .where('id', '=', row.id)
        .execute()
      if (row.storage_key) ctx.enqueue('removeFile', { key: row.storage_key })
    })
  } catch (error) {
    await giveUp(desk, row, attempt, error)
  }
}
takeArticleImport.limitMs = 3_600_000

const mostTries = 3

/** Refusals stay refusals; other faults may pass. */
async function giveUp(desk: Desk, row: ImportRow, attempt: number, error: unknown): Promise<void> {
  if (!(error instanceof AppError) && attempt < mostTries) throw error
  desk.log.warn({ err: error, importId: row.id }, 'articles were not taken over')
  const code = error instanceof AppError ? error.code : 'internal'
  const line = { file: row.name, item: null, line: null, code: 'refused', detail: code }
  await end(desk, row, { state: 'failed', report: JSON.stringify([line]) })
}

type End = UpdateObject<Tables, 'article_imports'> & { state: ArticleImport['state'] }

/** A file that gave nothing is of no use any more. */
const end = (desk: Desk, row: ImportRow, set: End): Promise<void> =>
  desk.transact(author, async ctx => {
    const isFailed = set.state === 'failed'
    const { numUpdatedRows: changed } = await ctx.db
      .updateTable('article_imports')
      .set({ ...set, ...(isFailed && { storage_key: null, ended_at: ctx.now }) })
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .executeTakeFirst()
    if (isFailed && changed > 0n && row.storage_key) ctx.enqueue('removeFile', { key: row.storage_key })
  })

const counted = (articles: Imported['articles']) => ({
  articles: articles.length,
  texts: articles.reduce((sum, { texts }) => sum + texts.length, 0),
})

const shown = (line: ImportReportLine): ImportReportLine => ({ ...line, detail: screen(line.detail).text })

const rowOf = (desk: Desk, id: string, state: ArticleImport['state']): Promise<ImportRow | undefined> =>
  desk
    .read(author)
    .db.selectFrom('article_imports')
    .select(summary)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()

async function read(desk: Desk, { name, storage_key: key }: ImportRow): Promise<Imported> {
  const { languages, defaultLocale } = await settingsOf(desk.read(author))
  const chunks: Buffer[] = []
  for await (const chunk of desk.storage.get(key!)) chunks.push(chunk as Buffer)
  return readInThread({ name, bytes: Buffer.concat(chunks), locale: defaultLocale, locales: languages })
}
