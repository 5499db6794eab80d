// What somebody sent with a form: its fields at once, its files one after the other as they come in.
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { limits } from '../../../contract/common.ts'
import { AppError } from '../errors.ts'

export type FormFile = Pick<MultipartFile, 'filename' | 'file'>

export interface Form {
  /** What stands in a field, lines ending with `\n`; empty where there is no such field. */
  text(name: string): string
  /** Each has to be read to its end before the next one comes. */
  files: AsyncIterable<FormFile>
  /** Lets whatever is still on its way pass unread, or its sender never gets to hear the answer. */
  leave(): void
}

/** Bytes of a form without files. */
export const formLimit = 128 * 1024

/** Fields have room for the longest message in any script; files come last in our forms. */
const caps = {
  fields: 20,
  fieldNameSize: 50,
  fieldSize: 6 * limits.message,
  files: limits.filesPerMessage,
  fileSize: limits.file,
  headerPairs: 50,
}

/** @throws AppError unsupported_media_type, invalid_input; too_many_files while the files are read */
export async function formIn(request: FastifyRequest): Promise<Form> {
  if (request.body instanceof URLSearchParams) return formOf(request.body, nothing())
  // Without a type there is no body: any would have been refused before.
  if (request.headers['content-type'] === undefined) return noForm()
  if (!request.isMultipart()) throw new AppError('unsupported_media_type')
  try {
    return await formWithParts(request)
  } catch (error) {
    leave(request)
    throw senders(error)
  }
}

/** What a form is broken by is its sender's fault, whatever the parser makes of it. */
function senders(error: unknown): unknown {
  const isKnown = error instanceof AppError || (error as { code?: unknown } | null)?.code !== undefined
  return isKnown ? error : new AppError('invalid_input')
}

async function formWithParts(request: FastifyRequest): Promise<Form> {
  const parts = request.parts({ limits: caps })
  const fields: [string, string][] = []
  for (;;) {
    const { value: part, done } = await parts.next()
    if (done) return formOf(fields, nothing())
    if (part.type === 'file') return { ...formOf(fields, filesIn(part, parts)), leave: () => leave(request) }
    fields.push([part.fieldname, String(part.value)])
  }
}

/** What a page is given that was only looked at. */
export const noForm = (): Form => formOf([], nothing())

function formOf(fields: Iterable<[string, string]>, files: AsyncIterable<FormFile>): Form {
  const texts = new Map(fields)
  return { text: name => (texts.get(name) ?? '').replace(/\r\n?/g, '\n'), files, leave: () => {} }
}

async function* nothing(): AsyncGenerator<FormFile> {}

type Parts = ReturnType<FastifyRequest['parts']>

async function* filesIn(first: MultipartFile, parts: Parts): AsyncGenerator<FormFile> {
  let part: Awaited<ReturnType<Parts['next']>>['value'] = first
  for (;;) {
    if (part.type !== 'file') throw new AppError('invalid_input')
    // That's how a browser sends a field in which no file was chosen.
    if (part.filename) yield part
    else part.file.resume()
    const next = await parts.next().catch((error: unknown) => {
      throw senders(error)
    })
    if (next.done) return
    part = next.value
  }
}

function leave({ raw }: FastifyRequest): void {
  raw.unpipe()
  raw.resume()
}
