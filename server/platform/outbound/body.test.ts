// Whatever comes, no more than the limit is held, and the time it takes grows with what arrived.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { suite, test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { readBody } from './body.ts'
import type { Refusal } from './refused.ts'

const refusedFor = (reason: Refusal) => ({ name: 'OutboundRefused', reason })
const inPieces = (...pieces: Uint8Array[]) => Readable.from(pieces.map(piece => Buffer.from(piece)))
const packers = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync, br: brotliCompressSync }

test('any pieces are put together, up to the limit and not a byte further', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array()), async pieces => {
      const whole = Buffer.concat(pieces)
      assert.deepEqual(await readBody(inPieces(...pieces), null, whole.length), whole)
      if (whole.length === 0) return
      await assert.rejects(readBody(inPieces(...pieces), null, whole.length - 1), refusedFor('too_large'))
    }),
  )
})

test('an endless body ends at the limit', async () => {
  let given = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1_000
        yield Buffer.alloc(1_000)
      }
    })(),
  )
  await assert.rejects(readBody(endless, 'identity', 10_000), refusedFor('too_large'))
  assert.ok(given < 100_000, `${given} bytes were taken in`)
})

test('a body in crumbs is held in one piece', async () => {
  const crumbs = Readable.from(
    (function* () {
      for (let n = 0; n < 200_000; n++) yield Buffer.of(n & 0xff)
    })(),
  )
  const body = await readBody(crumbs, null, 200_000)
  assert.equal(body.length, 200_000)
  assert.equal(body[199_999], 199_999 & 0xff)
})

for (const [encoding, pack] of Object.entries(packers)) {
  suite(encoding, () => {
    const text = Buffer.from('A withdrawal that is late. '.repeat(40))

    test('is unpacked, whatever the case of its name', async () => {
      assert.deepEqual(await readBody(inPieces(pack(text)), ` ${encoding.toUpperCase()}`, 2_000), text)
    })
    test('counts as unpacked', async () => {
      await assert.rejects(readBody(inPieces(pack(text)), encoding, text.length - 1), refusedFor('too_large'))
    })
    test('a bomb is not unpacked further than the limit', async () => {
      const bomb = pack(Buffer.alloc(20_000_000))
      assert.ok(bomb.length < 100_000)
      const before = process.memoryUsage().arrayBuffers
      await assert.rejects(readBody(inPieces(bomb), encoding, 100_000), refusedFor('too_large'))
      assert.ok(process.memoryUsage().arrayBuffers - before < 10_000_000)
    })
    test('what is broken or cut off is refused', async () => {
      await assert.rejects(
        readBody(inPieces(Buffer.from('not packed')), encoding, 2_000),
        refusedFor('encoding'),
      )
      await assert.rejects(
        readBody(inPieces(pack(text).subarray(0, -9)), encoding, 2_000),
        refusedFor('encoding'),
      )
    })
  })
}

test('what unpacks to nothing is counted as it arrives', async () => {
  const emptyBlock = Buffer.of(0, 0, 0, 0xff, 0xff)
  const header = deflateSync(Buffer.alloc(0)).subarray(0, 2)
  const blocks = inPieces(header, ...new Array<Buffer>(1_000).fill(emptyBlock))
  await assert.rejects(readBody(blocks, 'deflate', 4_000), refusedFor('too_large'))
})

for (const encoding of ['gzip, gzip', 'zstd', 'compress', 'constructor', '__proto__']) {
  test(`the encoding ${encoding} is refused`, async () => {
    await assert.rejects(readBody(inPieces(gzipSync('x')), encoding, 2_000), refusedFor('encoding'))
  })
}
