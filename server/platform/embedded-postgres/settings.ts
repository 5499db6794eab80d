// A desk's database has one job, so its settings belong to Ballast and follow the version that starts it.
import { chownSync, existsSync, renameSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { RunAs } from '../run-as.ts'
import type { Place } from './place.ts'

const megabyte = 1024 ** 2

/** Writes postgresql.conf anew; the operator's own settings in `<data folder>/postgres.conf` win over it. */
export function writeSettings(place: Place, user: RunAs | null): void {
  const path = join(place.cluster, 'postgresql.conf')
  const draft = `${path}.new`
  const operators = place.settings.replaceAll('\\', '/').replaceAll("'", "''")
  const lines = [
    `# Written by Ballast at every start. Put settings of your own into ${operators}.`,
    ...Object.entries(settings(memory())).map(([name, value]) => `${name} = '${value}'`),
    existsSync(place.settings) ? `include = '${operators}'` : '',
  ]
  writeFileSync(draft, `${lines.join('\n')}\n`, { mode: 0o600, flush: true })
  if (user) chownSync(draft, user.uid, user.gid)
  renameSync(draft, path)
}

function settings(bytes: number): Record<string, string> {
  const sharedBuffers = Math.min(512, Math.max(128, Math.floor(bytes / 8 / megabyte)))
  return {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica', // a backup of a running database needs it
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    max_connections: '100',
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(bytes / 2 / megabyte))}MB`,
    random_page_cost: '1.1',
    jit: 'off', // compiling costs more than it saves on short queries
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C', // the supervisor reads some messages
    default_text_search_config: 'pg_catalog.simple',
    unix_socket_permissions: '0700',
    log_line_prefix: '%m [%p] ',
    // Statements and row values are people's data; the server logs its own errors without them.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_checkpoints: 'off',
  }
}

// Inside a container the machine's memory isn't ours.
function memory(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}
