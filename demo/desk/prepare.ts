// Decides what a start of the demo finds: nothing yet, its own desk, half of one, or somebody's real desk, which it won't touch.
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { AppOptions } from '../../server/app.ts'
import type { Config } from '../../server/platform/config.ts'
import type { SupportKey } from '../exchange/support-token.ts'
import { administrator } from '../people.ts'
import { type SeedOptions, seedDesk } from './seed.ts'

/** The demo can't go on, and the message says what to do. */
export class DemoError extends Error {}

export interface PrepareOptions extends SeedOptions {
  fresh: boolean
  say: (text: string) => void
}

/** Sees to it that the demo's desk is there and complete; gives the key that the exchange signs with. */
export async function prepareDesk(
  config: Pick<Config, 'dataFolder' | 'runAs'>,
  options: AppOptions,
  { fresh, say, ...seed }: PrepareOptions,
): Promise<SupportKey> {
  const keptAt = join(config.dataFolder, 'demo-exchange.json')
  const whose = await ownerOf(options.connection)
  if (whose === 'somebody') {
    throw new DemoError(
      'This database holds a desk that is not the demo’s, and the demo leaves it alone. Give it a database of its own in DATABASE_URL, or leave DATABASE_URL out.',
    )
  }
  const kept = whose === 'demo' && !fresh ? readKey(keptAt) : null
  if (kept) return kept
  if (whose === 'demo') {
    say(
      fresh
        ? 'Starting over …'
        : 'The last start was interrupted while the desk was being filled; starting over …',
    )
    await empty(options)
  }
  rmSync(keptAt, { force: true })
  say('Filling the desk with a week of conversations, once …')
  const key = await seedDesk(options, seed)
  // Written last: it says that the desk is complete.
  writeFileSync(keptAt, JSON.stringify(key), { mode: 0o600 })
  if (config.runAs) chownSync(keptAt, config.runAs.uid, config.runAs.gid)
  return key
}

function readKey(path: string): SupportKey | null {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

async function ownerOf(connection: pg.ClientConfig): Promise<'nobody' | 'demo' | 'somebody'> {
  return withClient(connection, async client => {
    const { rows } = await client.query(`select to_regclass('staff') is not null as there`)
    if (!rows[0].there) return 'nobody'
    const { rows: staff } = await client.query<{ demo: boolean | null }>(
      'select bool_or(lower(email) = $1) as demo from staff',
      [administrator.email],
    )
    const [{ demo } = { demo: null }] = staff
    return demo === null ? 'nobody' : demo ? 'demo' : 'somebody'
  })
}

async function empty({ connection, filesFolder }: AppOptions): Promise<void> {
  await withClient(connection, client =>
    client.query(
      'drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public',
    ),
  )
  rmSync(filesFolder, { recursive: true, force: true })
}

async function withClient<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
