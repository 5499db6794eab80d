// `node test/eval/mail-bombs.ts <folder>`: whether mails made to hurt hurt anybody: time, neighbours, memory.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { atMost, type Figure, isShort, print, say } from '../../bench/figures.ts'
import { MailUnreadable } from '../../server/modules/channels/email/parse/mail.ts'
import { createMailParser } from '../../server/modules/channels/email/parse/pool.ts'

const neighbour = [
  'From: Mei <mei@example.org>',
  'To: help@example.com',
  'Subject: Where is my withdrawal?',
  'Message-ID: <neighbour@example.org>',
  '',
  'It has been pending since noon.',
].join('\r\n')
const every = 50

const folder = process.argv[2]
if (!folder) {
  say('usage: node test/eval/mail-bombs.ts <folder>')
  process.exit(2)
}
const generator = join(folder, 'bombs.cjs')
const generate = (args: string[]) =>
  execFileSync(process.execPath, [generator, ...args], { maxBuffer: 200 * 1024 * 1024 })

const parser = createMailParser({ threads: 2 })
await Promise.all([readNeighbour(), readNeighbour()])
const memory = watchMemory()
const figures: Figure[] = []
for (const name of generate([]).toString().trim().split(/\s+/)) figures.push(...(await explode(name)))
figures.push(atMost('bombs.memory_above_start', memory.stop(), 512, 'MB'))
await parser.close()
for (const figure of figures) print(figure)
process.exitCode = figures.some(isShort) ? 1 : 0

async function explode(name: string): Promise<Figure[]> {
  const raw = Uint8Array.from(generate([name]))
  const neighbours = keepReading()
  const start = performance.now()
  const outcome = await outcomeOf(raw)
  const seconds = (performance.now() - start) / 1000
  const longest = await neighbours.stop()
  say(`${name}: ${outcome}`)
  return [
    atMost(`bombs.${name}.seconds`, seconds, 10, 's'),
    atMost(`bombs.${name}.neighbours_seconds`, longest / 1000, 1, 's'),
  ]
}

async function outcomeOf(raw: Uint8Array): Promise<string> {
  try {
    const { files, text, html, cut } = await parser.parse(raw)
    const length = (text ?? html ?? '').length
    return `read, ${length} characters, ${files.length} files, cut: ${cut.join(' ') || 'nothing'}`
  } catch (error) {
    if (error instanceof MailUnreadable) return `refused: ${error.reason}`
    throw error
  }
}

/** Milliseconds until a small mail is read. */
async function readNeighbour(): Promise<number> {
  const start = performance.now()
  const { subject } = await parser.parse(Buffer.from(neighbour))
  if (!subject.startsWith('Where')) throw new Error('the neighbour was read wrongly')
  return performance.now() - start
}

/** A small mail every so often, whether or not the one before is read. */
function keepReading() {
  const reading = [readNeighbour()]
  const timer = setInterval(() => reading.push(readNeighbour()), every)
  return {
    async stop() {
      clearInterval(timer)
      return Math.max(...(await Promise.all(reading)))
    },
  }
}

/** Megabytes of resident memory above what there was at the start, at the worst moment. */
function watchMemory() {
  const start = process.memoryUsage.rss()
  let most = start
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 10)
  return {
    stop() {
      look()
      clearInterval(timer)
      return (most - start) / 1024 / 1024
    },
  }
}
