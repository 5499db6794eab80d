// From the command to the first answer, on an existing embedded database after a clean stop.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './desk.ts'
import { atMost, type Figure, median, say } from './figures.ts'

const rounds = 7

export async function start(): Promise<Figure[]> {
  const parent = mkdtempSync(join(tmpdir(), 'ballast-bench-start-'))
  // The desk gives root up, and must reach its folder then.
  chmodSync(parent, 0o755)
  const folder = join(parent, 'data')
  const port = await freePort()
  await once(folder, port)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await once(folder, port))
  say(`seconds: ${times.map(time => time.toFixed(2)).join(' ')}`)
  rmSync(parent, { recursive: true, force: true })
  return [atMost('start.seconds_to_first_answer', median(times), 1.5, 's')]
}

async function once(folder: string, port: number): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../server/launch.js'), 'serve'], {
    env: { ...process.env, DATABASE_URL: '', BALLAST_DATA: folder, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  while (!(await answers(`http://127.0.0.1:${port}/readyz`)))
    await new Promise(resolve => setTimeout(resolve, 5))
  const elapsed = (performance.now() - from) / 1_000
  child.kill('SIGTERM')
  await ended
  return elapsed
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    response => response.ok,
    () => false,
  )
