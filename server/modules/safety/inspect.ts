// Looks at a file while it passes on its way to the storage, so that it never has to be in memory as a whole.
import { Transform } from 'node:stream'
import type { Seen } from './file-kinds.ts'

const headBytes = 512 * 1024

/** A stream that changes nothing; `seen` is complete when the stream has ended. */
export function inspector(): { through: Transform; seen: () => Seen } {
  const head: Buffer[] = []
  let kept = 0
  const isText = textCheck()
  let text = true
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (kept < headBytes) {
        const part = chunk.subarray(0, headBytes - kept)
        head.push(part)
        kept += part.length
      }
      text &&= isText(chunk)
      done(null, chunk)
    },
    flush(done) {
      text &&= isText()
      done()
    },
  })
  return { through, seen: () => ({ head: Buffer.concat(head), text }) }
}

/** Gives a function that takes one piece after the other, nothing at the end, and says whether all is text so far. */
function textCheck(): (chunk?: Buffer) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return chunk => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
      return !chunk?.includes(0)
    } catch {
      return false
    }
  }
}
