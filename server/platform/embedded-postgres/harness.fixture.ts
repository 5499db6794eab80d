// Tests of the supervisor start many databases: they copy one made beforehand, and all of them are gone afterwards.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import {
  type Connection,
  type EmbeddedPostgres,
  type Reporter,
  startEmbeddedPostgres,
} from '../embedded-postgres.ts'
import { lookUpUser, startedAsRoot } from '../run-as.ts'
import { readPidFile } from './pid-file.ts'
import { placeIn } from './place.ts'

export const user = startedAsRoot() ? lookUpUser('nobody') : null
export const ownId = user?.uid ?? process.getuid?.() ?? -1

export type Lines = { level: string; text: string }[]

export function recorder(): { log: Reporter; lines: Lines } {
  const lines: Lines = []
  const at = (level: string) => (fields: unknown, text?: string) => {
    lines.push({ level, text: text ?? String(fields) })
  }
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } }
}

/** A folder for tests under which every user can pass, and how to remove it with all databases in it. */
export function openYard() {
  const yard = mkdtempSync(join(tmpdir(), 'bpg-'))
  chmodSync(yard, 0o755)
  const fresh = (name = `f${readdirSync(yard).length}`) => {
    const folder = join(yard, name)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (user) chownSync(folder, user.uid, user.gid)
    return folder
  }
  const started: EmbeddedPostgres[] = []
  const start = async (folder: string, extra: { log?: Reporter; patienceMs?: number } = {}) => {
    const postgres = await startEmbeddedPostgres({ folder, user, log: recorder().log, ...extra })
    started.push(postgres)
    return postgres
  }
  let ready: Promise<string> | null = null
  const made = () => {
    ready ??= (async () => {
      const folder = fresh('made-once')
      await (await start(folder)).stop()
      return folder
    })()
    return ready
  }
  /** A data folder with a database in it that was stopped cleanly. */
  const stocked = async () => {
    const from = await made()
    const folder = fresh()
    cpSync(join(from, 'postgres'), join(folder, 'postgres'), { recursive: true })
    chmodSync(join(folder, 'postgres'), 0o700)
    if (user) chownAll(join(folder, 'postgres'), user.uid, user.gid)
    return folder
  }
  const close = async () => {
    for (const postgres of started) await postgres.stop()
    for (const name of readdirSync(yard)) killIn(join(yard, name))
    rmSync(yard, { recursive: true, force: true })
  }
  return { yard, fresh, stocked, start, close }
}

function chownAll(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid)
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    chownSync(join(path, name), uid, gid)
}

function killIn(folder: string): void {
  const file = readPidFile(placeIn(folder))
  if (file) killQuietly(file.pid, 'SIGKILL')
}

export function killQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It's gone already, which is what was wanted.
  }
}

export function postmasterPid(folder: string): number {
  const file = readPidFile(placeIn(folder))
  assert.ok(file, 'a database runs')
  return file.pid
}

export async function ask<T extends pg.QueryResultRow>(connection: Connection, sql: string): Promise<T[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Polls until `condition` holds; fails with `what` after half a minute. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, `in time: ${what}`)
    await pause(20)
  }
}

export type Other = {
  child: ChildProcess
  said: { connection?: Connection; adopted?: boolean; refused?: string }
}

/** Starts Ballast's database from another process and waits for what it says. */
export async function startElsewhere(folder: string): Promise<Other> {
  const script = fileURLToPath(new URL('./start-and-wait.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) return { child, said: JSON.parse(line) }
  throw new Error('the other process said nothing')
}
