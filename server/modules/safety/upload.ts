// Takes one file from a form: straight into the storage, looked at on its way, refused if it could do harm.
import { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { limits } from '../../../contract/common.ts'
import type { Attachment } from '../../../contract/conversations.ts'
import { type Actor, actorId, type Context, type Desk } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { settingsOf } from '../desk/index.ts'
import { removeAttachments, unsentFiles } from './attach.ts'
import { kindOfFile, type Medium, mediumOf, type Seen } from './file-kinds.ts'
import { shownFileName } from './file-names.ts'
import { inspector } from './inspect.ts'
import { screen } from './screen.ts'

/** Files that one person may have uploaded without having sent them. */
const maxUnsent = 50

/**
 * Stores the file as the actor's own; it belongs to no conversation yet.
 * @throws AppError file_too_large, file_type_refused, image_too_large, too_many_files, storage_full,
 *   unsupported_media_type when there is no form, forbidden when the desk takes no files
 */
export const upload = (desk: Desk, actor: Actor, raw: unknown): Promise<Attachment> =>
  readForm(raw as FastifyRequest, async request => {
    await checkAllowed(desk, actor)
    const part = await fileIn(request)
    return keep(desk, actor, { name: part.filename, content: part.file })
  })

/** A picture, a film or captions in the storage, for everybody to see. */
export interface StoredMedium extends Medium {
  key: string
  name: string
  size: number
}

/**
 * Stores what a page may show; the file is wiped again when `writeDown` fails.
 * @throws AppError file_type_refused for anything but pictures, MP4, WebM and WebVTT; else as `upload` does
 */
export const uploadMedium = <T>(
  desk: Desk,
  raw: unknown,
  writeDown: (medium: StoredMedium) => Promise<T>,
): Promise<T> =>
  readForm(raw as FastifyRequest, async request => {
    const part = await fileIn(request)
    return store(desk, { name: part.filename, content: part.file }, async ({ seen, ...file }) =>
      writeDown({ ...file, ...(await mediumOf(file.name, seen)) }),
    )
  })

/**
 * Stores a file of any kind that no page shows and nobody else is given; it is wiped again when `writeDown` fails.
 * @throws AppError as `upload` does, but for the kind of file
 */
export const uploadAny = <T>(
  desk: Desk,
  raw: unknown,
  writeDown: (file: Pick<Stored, 'key' | 'name' | 'size'>) => Promise<T>,
): Promise<T> =>
  readForm(raw as FastifyRequest, async request => {
    const part = await fileIn(request)
    return store(desk, { name: part.filename, content: part.file }, writeDown)
  })

async function readForm<T>(
  request: FastifyRequest,
  read: (request: FastifyRequest) => Promise<T>,
): Promise<T> {
  try {
    return await read(request)
  } catch (error) {
    // Whatever is still on its way has to be read, or the sender never gets to hear the answer.
    request.raw.resume()
    throw isFull(error) ? new AppError('storage_full') : error
  }
}

/**
 * Stores bytes that came another way than by a form, such as in a mail, as the actor's own.
 * @throws AppError file_too_large, file_type_refused, image_too_large, storage_full, invalid_input when there are no bytes
 */
export async function keepFile(
  desk: Desk,
  actor: Actor,
  file: { name: string; content: Uint8Array },
  limit: number = limits.file,
): Promise<Attachment> {
  if (file.content.length > limit) throw new AppError('file_too_large', { limit })
  try {
    return await keep(desk, actor, { name: file.name, content: Readable.from([file.content]) })
  } catch (error) {
    throw isFull(error) ? new AppError('storage_full') : error
  }
}

/**
 * Stores the files of a form that holds more than them, and has them used; what was not sent with anything then, because
 * something failed or the form came twice, is wiped again.
 * @throws AppError as `upload` does
 */
export async function withFiles<T>(
  desk: Desk,
  actor: Actor,
  files: AsyncIterable<Pick<MultipartFile, 'filename' | 'file'>>,
  use: (ids: string[]) => Promise<T>,
): Promise<T> {
  const ids: string[] = []
  try {
    for await (const { filename, file } of files) {
      await checkAllowed(desk, actor)
      ids.push((await keep(desk, actor, { name: filename, content: file })).id)
    }
    return await use(ids)
  } catch (error) {
    throw isFull(error) ? new AppError('storage_full') : error
  } finally {
    if (ids.length > 0) await desk.transact(actor, ctx => removeUnsent(ctx, ids))
  }
}

const removeUnsent = async (ctx: Context, ids: readonly string[]) =>
  removeAttachments(ctx, null, [...(await unsentFiles(ctx, ids)).keys()])

async function checkAllowed(desk: Desk, actor: Actor): Promise<void> {
  const ctx = desk.read(actor)
  if (!(await settingsOf(ctx)).attachments.enabled) throw new AppError('forbidden')
  const { unsent } = await ctx.db
    .selectFrom('attachments')
    .select(eb => eb.fn.countAll<number>().as('unsent'))
    .where('owner_kind', '=', actor.kind)
    .where('owner_id', '=', actorId(actor))
    .where('conversation_id', 'is', null)
    .executeTakeFirstOrThrow()
  if (unsent >= maxUnsent) throw new AppError('too_many_files')
}

async function fileIn(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type')
  const part = await request.file()
  if (!part) throw new AppError('invalid_input', { fields: [{ path: 'file', message: 'a file' }] })
  return part
}

interface Incoming {
  name: string
  content: Readable & { truncated?: boolean }
}

const keep = (desk: Desk, actor: Actor, incoming: Incoming): Promise<Attachment> =>
  store(desk, incoming, async ({ key, name, size, seen }) => {
    const attachment = { id: newId(), name, size, ...(await kindOfFile(name, seen)) }
    await record(desk, actor, key, attachment)
    return attachment
  })

/** A file in the storage that nobody has written down yet. */
interface Stored {
  key: string
  name: string
  size: number
  seen: Seen
}

/** The file is wiped again when `writeDown` fails. */
async function store<T>(
  desk: Desk,
  { name: given, content }: Incoming,
  writeDown: (file: Stored) => Promise<T>,
): Promise<T> {
  const { through, seen } = inspector()
  const { key, size } = await desk.storage.put(content, [through])
  try {
    if (content.truncated) throw new AppError('file_too_large')
    if (size === 0) throw new AppError('invalid_input', { fields: [{ path: 'file', message: 'not empty' }] })
    const name = shownFileName(given && screen(given).text)
    return await writeDown({ key, name, size, seen: seen() })
  } catch (error) {
    await desk.storage.remove(key)
    throw error
  }
}

const record = (desk: Desk, actor: Actor, key: string, attachment: Attachment) =>
  desk.transact(actor, ctx =>
    ctx.db
      .insertInto('attachments')
      .values({
        ...attachment,
        storage_key: key,
        owner_kind: actor.kind,
        owner_id: actorId(actor)!,
        created_at: ctx.now,
      })
      .execute(),
  )

const isFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as { code?: string })?.code ?? '')
