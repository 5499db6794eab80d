// The built web faces: read into memory at start, because a process that gave up being root may not reach its own folder.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface StaticFile {
  content: Buffer
  type: string
  etag: string
  /** Made when it is first asked for; null for what doesn't shrink. */
  zipped?: Promise<Buffer> | null
}

/** Files by their path below the folder, such as `/assets/index-1a2b.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.woff2': 'font/woff2',
}
const shrinks = /^text\/|json|svg/

/** Everything in a folder but hidden files and those whose kind nobody would ask for; empty when there is no folder. */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  for (const path of pathsIn(folder)) {
    const type = types[extname(path)]
    if (!type) continue
    const content = readFileSync(join(folder, path))
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    files.set(`/${path.split(sep).join('/')}`, { content, type, etag })
  }
  return files
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)))
      .filter(path => !path.split(sep).some(part => part.startsWith('.')))
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

const zip = promisify(gzip)
const oneYear = 'public, max-age=31536000, immutable'
/** The build puts a hash into the names of what it puts there. */
export const isHashed = (path: string): boolean => path.startsWith('/assets/')

/** Answers with a file, zipped where that helps, or with 304 when the reader has it. */
export async function sendStatic(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
  headers: Record<string, string>,
): Promise<FastifyReply> {
  reply.headers({ 'content-type': file.type, etag: file.etag, vary: 'accept-encoding', ...headers })
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send()
  const isWanted = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!isWanted || !shrinks.test(file.type)) return reply.serializer(String).send(file.content)
  file.zipped ??= zip(file.content, { level: 9 })
  return reply
    .header('content-encoding', 'gzip')
    .serializer(String)
    .send(await file.zipped)
}

/** How long a file may be kept: for ever when its name changes with its content, else asked about again soon. */
export const cacheControlOf = (path: string): string => (isHashed(path) ? oneYear : 'public, max-age=300')
