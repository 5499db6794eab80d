// Brings the schema up to date: numbered SQL files, forward only, one at a time, under a lock.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Log } from './log.ts'

const folder = join(import.meta.dirname, '../../migrations')
const lockKey = 4_207_001

/** The migrations that ship with this version, in order. */
export const readMigrations = () =>
  readdirSync(folder)
    .filter(name => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map(name => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))

const migrations = readMigrations()

/**
 * Applies what is missing, each migration in its own transaction. Several nodes may start at once: one works, the
 * others wait. Throws when the database holds a migration that this version doesn't know.
 */
export async function migrate(client: pg.Client | pg.PoolClient, log: Log): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [lockKey])
  try {
    return await applyMissing(client, log)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey])
  }
}

async function applyMissing(client: pg.Client | pg.PoolClient, log: Log): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const applied = new Set(rows.map(row => row.name))
  const unknown = [...applied].filter(name => !migrations.some(migration => migration.name === name))
  if (unknown.length > 0) throw new Error(`The database is newer than this version: ${unknown.join(', ')}`)
  const missing = migrations.filter(migration => !applied.has(migration.name))
  for (const { name, sql } of missing) {
    log.info({ migration: name }, 'applying migration')
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into migrations (name) values ($1)', [name])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
  return missing.map(migration => migration.name)
}
