// The thread that reads and writes files of articles.
import { parentPort, workerData } from 'node:worker_threads'
import type { Reading, Writing } from './in-thread.ts'
import { packed } from './packed.ts'
import { readExport } from './read-export.ts'
import { writeHtmlPages } from './write-html-pages.ts'
import { writeMarkdownFolder } from './write-markdown-folder.ts'

const { reading, writing } = workerData as { reading?: Reading; writing?: Writing }
if (reading) parentPort!.postMessage(readExport(reading))
if (writing) {
  const { format, articles, options } = writing
  parentPort!.postMessage(
    packed(format === 'html' ? writeHtmlPages(articles, options) : writeMarkdownFolder(articles)),
  )
}
