// A process that exists is not yet a database that answers, and a socket may lead to a stranger.
import { realpathSync } from 'node:fs'
import pg from 'pg'
import { hasCode } from '../errno.ts'
import type { Place } from './place.ts'
import type { Connection } from './transport.ts'

export const answerTimeoutMs = 2000

/** A connection for the supervisor's own purposes, to the database that every cluster has. */
export function maintenanceClient(connection: Connection, name: string, limits?: pg.ClientConfig): pg.Client {
  return new pg.Client({
    ...connection,
    ...limits,
    database: 'postgres',
    application_name: name,
    connectionTimeoutMillis: answerTimeoutMs,
    keepAlive: true,
  })
}

/** `ready`: it answers and works on our files. `starting`: it recovers or shuts down. `silent`: anything else. */
export async function probe(place: Place, connection: Connection): Promise<'ready' | 'starting' | 'silent'> {
  const client = maintenanceClient(connection, 'ballast probe', { query_timeout: answerTimeoutMs })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0] && realpathSync(rows[0].data_directory) === place.cluster ? 'ready' : 'silent'
  } catch (error) {
    return hasCode(error, '57P03') ? 'starting' : 'silent'
  } finally {
    // A stopped server would never say goodbye.
    client.end().catch(() => {})
  }
}
