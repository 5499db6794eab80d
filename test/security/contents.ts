// What a database holds, as one digest for each table: to show that a refused request changed nothing.
import type pg from 'pg'

/** Digests by table; of the desk's own tables and of the jobs that wait. */
export async function contentsOf(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname = 'public' or schemaname = 'graphile_worker' and tablename like '%jobs%' order by 1`,
  )
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as digest from ${name} t`,
    )
    digests[name] = rows[0]!.digest
  }
  return digests
}
