// Endpoints for files: up as a form, down by a signed link.
import { z } from 'zod'
import { limits } from '../../../contract/common.ts'
import { Attachment } from '../../../contract/conversations.ts'
import { type Allow, route } from '../../platform/routes.ts'
import { LinkQuery, serveFile } from './serve-file.ts'
import { upload } from './upload.ts'

const tag = 'Files'

const uploads = (path: `/${string}`, allow: Allow, perMinute: number, whose: string) =>
  route({
    method: 'POST',
    path,
    allow,
    summary: `Uploads one file (multipart/form-data), to be sent with a message ${whose}.`,
    tag,
    upload: true,
    bodyLimit: limits.file + 64 * 1024,
    perMinute,
    answer: Attachment,
    direct: (desk, actor, { raw }) => upload(desk, actor, raw),
  })

export const routes = [
  uploads('/api/attachments', 'conversations.write', 240, 'by the desk'),
  uploads('/api/customer/attachments', 'customer', 60, 'by the customer'),
  route({
    method: 'GET',
    path: '/files/{id}',
    allow: 'public',
    summary: 'A file, by a link that was signed for it.',
    tag,
    params: z.object({ id: z.string() }),
    query: LinkQuery,
    answer: z.any(),
    read: (ctx, { params, query }) => serveFile(ctx, { ...query, id: params.id }),
  }),
]
