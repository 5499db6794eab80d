// Pictures, films and captions of articles: whoever writes them uploads them, everybody may see them.
import type { ArticleFile } from '../../../contract/articles.ts'
import { type Actor, actorId, type Desk, type ReadContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { uploadMedium } from '../safety/index.ts'

/**
 * Stores the file of a form.
 * @throws AppError file_type_refused, file_too_large, image_too_large, storage_full, unsupported_media_type, invalid_input
 */
export const uploadArticleFile = (desk: Desk, actor: Actor, raw: unknown): Promise<ArticleFile> =>
  uploadMedium(desk, raw, async ({ key, ...file }) => {
    const id = newId()
    await desk.transact(actor, ctx =>
      ctx.db
        .insertInto('article_files')
        .values({
          ...file,
          id,
          storage_key: key,
          created_by: actor.kind === 'staff' ? actorId(actor) : null,
          created_at: ctx.now,
        })
        .execute(),
    )
    return { id, url: `/help/files/${id}/${encodeURIComponent(file.name)}`, ...file }
  })

/** Of these keys of the storage, those that are files of articles, or exports on their way in. */
export async function keysOfArticleFiles({ db }: ReadContext, keys: readonly string[]): Promise<string[]> {
  const files = db.selectFrom('article_files').select('storage_key').where('storage_key', 'in', keys)
  const imports = db.selectFrom('article_imports').select('storage_key').where('storage_key', 'in', keys)
  const rows = [...(await files.execute()), ...(await imports.execute())]
  return rows.flatMap(row => row.storage_key ?? [])
}
