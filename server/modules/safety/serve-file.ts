// Hands out a file's bytes so that no browser ever runs them: pictures are shown, everything else is saved.
import { once } from 'node:events'
import { z } from 'zod'
import { Id } from '../../../contract/common.ts'
import type { ReadContext } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { Download } from '../../platform/routes.ts'
import { isGoodLink, type ShownLink } from './file-links.ts'

/** Whatever is wrong with a link or its file looks the same. */
const text = z.string().max(200).optional().catch(undefined)
export const LinkQuery = z.object({ expires: text, sig: text })

/** @throws AppError not_found */
export async function serveFile(ctx: ReadContext, link: ShownLink): Promise<Download> {
  if (!Id.safeParse(link.id).success || !isGoodLink(ctx, link)) throw notFound()
  const file = await ctx.db
    .selectFrom('attachments')
    .select(['storage_key', 'name', 'size', 'type', 'image'])
    .where('id', '=', link.id)
    .executeTakeFirst()
  if (!file) throw notFound()
  const content = ctx.storage.get(file.storage_key)
  await once(content, 'readable').catch(error => {
    ctx.log.error({ err: error, attachmentId: link.id }, 'a file is not in the storage')
    throw notFound()
  })
  return new Download(content, headersOf(file))
}

function headersOf({
  name,
  size,
  type,
  image,
}: {
  name: string
  size: number
  type: string
  image: boolean
}) {
  const how = image ? 'inline' : 'attachment'
  return {
    'content-type': image ? type : 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': `${how}; filename*=UTF-8''${inHeader(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  }
}

const inHeader = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
