// The tree of topics: any depth, no loops, and nothing is left hanging when one goes.
import { sql } from 'kysely'
import type { ArticleTopic, SaveArticleTopic } from '../../../contract/knowledge.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, isUniqueViolation, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { audit } from '../identity/index.ts'

/** All of them, siblings in their order; `articles` counts those directly under one that are not archived. */
export async function listArticleTopics({ db }: Pick<ReadContext, 'db'>): Promise<ArticleTopic[]> {
  const rows = await db
    .selectFrom('article_topics as t')
    .selectAll('t')
    .select(
      sql<number>`(select count(*)::int from articles a where a.topic_id = t.id and a.archived_at is null)`.as(
        'articles',
      ),
    )
    .orderBy('place')
    .orderBy('slug')
    .execute()
  return rows.map(({ parent_id: parentId, contact_topic: contactTopic, ...topic }) => ({
    ...topic,
    parentId,
    contactTopic,
  }))
}

/** @throws AppError already_exists when the slug is taken, topic_loop, not_found */
export async function saveArticleTopic(
  ctx: Context,
  { parentId, contactTopic, ...wanted }: SaveArticleTopic,
  id?: string,
): Promise<{ id: string }> {
  await checkParent(ctx, parentId, id)
  const row = {
    slug: wanted.slug,
    place: wanted.place,
    names: JSON.stringify(wanted.names),
    descriptions: JSON.stringify(wanted.descriptions),
    parent_id: parentId,
    contact_topic: contactTopic,
  }
  const before =
    id && (await ctx.db.selectFrom('article_topics').selectAll().where('id', '=', id).executeTakeFirst())
  await audit(
    ctx,
    'article_topic.saved',
    { kind: 'article_topic', id: id ?? null },
    { before, after: wanted },
  )
  ctx.emit('knowledge.changed', { articleIds: [] })
  try {
    if (id === undefined) {
      const made = newId()
      await ctx.db
        .insertInto('article_topics')
        .values({ ...row, id: made })
        .execute()
      return { id: made }
    }
    const { numUpdatedRows: changed } = await ctx.db
      .updateTable('article_topics')
      .set(row)
      .where('id', '=', id)
      .executeTakeFirst()
    if (changed === 0n) throw notFound()
    return { id }
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('already_exists') : error
  }
}

/** @throws AppError topic_in_use where it has topics or articles under it, archived ones too; not_found */
export async function deleteArticleTopic(ctx: Context, id: string): Promise<void> {
  const { rows } = await sql<{ used: boolean }>`select
    exists (select from article_topics where parent_id = ${id}) or exists (select from articles where topic_id = ${id}) as used`.execute(
    ctx.db,
  )
  if (rows[0]?.used) throw new AppError('topic_in_use')
  const deleted = await ctx.db
    .deleteFrom('article_topics')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!deleted) throw notFound()
  await audit(ctx, 'article_topic.deleted', { kind: 'article_topic', id }, { before: deleted })
  ctx.emit('knowledge.changed', { articleIds: [] })
}

/** The whole tree is locked: two moves at once could otherwise close a loop together. */
async function checkParent(ctx: Context, parentId: string | null, id: string | undefined): Promise<void> {
  if (parentId === null) return
  const rows = await ctx.db
    .selectFrom('article_topics')
    .select(['id', 'parent_id'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const parents = new Map(rows.map(row => [row.id, row.parent_id]))
  if (!parents.has(parentId)) throw notFound()
  for (let at: string | null | undefined = parentId; at; at = parents.get(at))
    if (at === id) throw new AppError('topic_loop')
}
