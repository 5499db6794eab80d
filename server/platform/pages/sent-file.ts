// Sends a file that never changes, also a part of it: browsers play videos piece by piece.
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../errors.ts'

export interface SentFile {
  /** Names the content for ever. */
  id: string
  type: string
  /** Bytes. */
  size: number
  /** The whole, or the bytes from `from` up to and without `to`. */
  read(part?: { from: number; to: number }): Readable
}

/** @throws AppError not_found when its bytes are gone */
export async function sendFile(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  file: SentFile,
): Promise<FastifyReply> {
  const etag = `"${file.id}"`
  reply.headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
    etag,
  })
  if (headers['if-none-match'] === etag) return reply.status(304).send()
  // A part of something else is of no use.
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag
  const part = isSame ? partOf(headers.range, file.size) : null
  if (part === 'none') {
    return reply.status(416).header('content-range', `bytes */${file.size}`).type('text/plain').send('')
  }
  const { from, to } = part ?? { from: 0, to: file.size }
  if (part) reply.status(206).header('content-range', `bytes ${from}-${to - 1}/${file.size}`)
  reply.header('content-length', to - from)
  return reply.send(await opened(part ? file.read(part) : file.read()))
}

/** The bytes that a Range header asks for; null for all of them, also where it is none that we know; `none` outside the file. */
export function partOf(
  header: string | undefined,
  size: number,
): { from: number; to: number } | 'none' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (first !== '' && last !== '' && Number(last) < from) return null
  return from < to ? { from, to } : 'none'
}

async function opened(stream: Readable): Promise<Readable> {
  try {
    await once(stream, 'readable')
    return stream
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? notFound() : error
  }
}
