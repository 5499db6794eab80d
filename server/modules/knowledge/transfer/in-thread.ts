// Reads and writes files of articles in a thread of its own: what comes from outside may take too long, and what goes out is much.
import { Worker } from 'node:worker_threads'
import type { Imported, ImportedArticle, ImportOptions } from './imported-article.ts'
import type { PageOptions } from './write-html-pages.ts'

export interface Reading extends ImportOptions {
  /** Of the file, by whose ending its format is known. */
  name: string
  bytes: Uint8Array
}

export interface Writing {
  format: 'markdown' | 'html'
  articles: ImportedArticle[]
  options: PageOptions
}

/** Milliseconds, and megabytes of JavaScript objects. */
const limits = { time: 300_000, memory: 1_024 }

/** Never throws: an export that can't be read gives no articles, and a report that says so. */
export const readInThread = (reading: Reading): Promise<Imported> =>
  inThread<Imported>({ reading }).catch(() => ({
    articles: [],
    topics: [],
    report: [{ file: reading.name, item: null, line: null, code: 'too_large', detail: '' }],
  }))

/** A ZIP. Throws where it takes too long or too much. */
export const writeInThread = (writing: Writing): Promise<Uint8Array> => inThread<Uint8Array>({ writing })

function inThread<T>(workerData: { reading: Reading } | { writing: Writing }): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  const timer = setTimeout(() => void worker.terminate(), limits.time)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => {
    clearTimeout(timer)
    reject(new Error('the thread ended'))
  })
  return promise
}
