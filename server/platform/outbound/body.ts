// Reads a body that may be endless, come in crumbs, or unpack to a thousand times its size.
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutboundRefused } from './refused.ts'

const decoders: Record<string, typeof createGunzip | typeof createBrotliDecompress> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** What this file can unpack, for the request. */
export const acceptedEncodings = 'gzip, deflate, br'

/**
 * The whole body, unpacked. At most `largest` bytes are taken in and at most `largest` come out.
 * @param encoding the `content-encoding` header
 * @throws OutboundRefused `too_large`, or `encoding` for one that is unknown, stacked or broken
 */
export async function readBody(stream: Readable, encoding: string | null, largest: number): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return collect(stream, largest)
  const make = Object.hasOwn(decoders, name) ? decoders[name] : undefined
  if (!make) throw new OutboundRefused('encoding')
  try {
    return await pipeline(stream, limited(largest), make(), unpacked => collect(unpacked, largest))
  } catch (error) {
    const isBroken = error instanceof Error && 'errno' in error && 'code' in error && isFromZlib(error.code)
    throw isBroken ? new OutboundRefused('encoding') : error
  }
}

const isFromZlib = (code: unknown): boolean => /^(Z_|ERR_BROTLI|ERR__?ERROR_)/.test(String(code))

// Empty blocks unpack to nothing, so the bytes that arrive are counted as well.
const limited = (largest: number) =>
  async function* (stream: AsyncIterable<Buffer>) {
    let arrived = 0
    for await (const chunk of stream) {
      arrived += chunk.length
      if (arrived > largest) throw new OutboundRefused('too_large')
      yield chunk
    }
  }

/** Into one piece of memory that doubles: a million chunks of one byte would weigh a hundred times as much. */
async function collect(stream: AsyncIterable<Buffer>, largest: number): Promise<Buffer> {
  let memory = Buffer.alloc(0)
  let length = 0
  for await (const chunk of stream) {
    const after = length + chunk.length
    if (after > largest) throw new OutboundRefused('too_large')
    if (after > memory.length) {
      const larger = Buffer.alloc(Math.min(largest, Math.max(after, memory.length * 2)))
      memory.copy(larger, 0, 0, length)
      memory = larger
    }
    memory.set(chunk, length)
    length = after
  }
  return memory.subarray(0, length)
}
