// Pictures, videos and captions of articles, which everybody may see.
import type { Readable } from 'node:stream'
import { Id } from '../../../contract/common.ts'
import type { ReadContext } from '../../platform/context.ts'

/** What is shown in a page; whatever else there may be stays with the desk. */
const shown = [
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'],
  ...['video/mp4', 'video/webm', 'text/vtt'],
]

export interface PublishedFile {
  id: string
  type: string
  /** Bytes. */
  size: number
  width: number | null
  height: number | null
  read(part?: { from: number; to: number }): Readable
}

/** Those of the ids that there are files for. */
export async function publishedFiles(
  { db, storage }: Pick<ReadContext, 'db' | 'storage'>,
  ids: readonly string[],
): Promise<PublishedFile[]> {
  const known = ids.filter(id => Id.safeParse(id).success)
  if (known.length === 0) return []
  const rows = await db
    .selectFrom('article_files')
    .select(['id', 'type', 'size', 'width', 'height', 'storage_key'])
    .where('id', 'in', known)
    .where('type', 'in', shown)
    .execute()
  return rows.map(({ storage_key: key, size, ...file }) => ({
    ...file,
    size: Number(size),
    read: part => storage.get(key, part),
  }))
}
