// Events know the transaction that wrote them by a number that means nothing in another cluster, where it may come again.
import type pg from 'pg'

/**
 * Has all events of a database that was filled from another count as written long ago; reactions in the background go
 * on where they were, or a little before. Does nothing where there are no events.
 */
export async function renumberEvents(client: pg.ClientBase | pg.Pool): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.followed') is not null as there`,
  )
  if (!rows[0]?.there) return
  await client.query(`update public.followed set tx = '0', event_id = coalesce(
    (select min(id) - 1 from public.events where (tx, id) > (followed.tx, followed.event_id)),
    (select max(id) from public.events), 0)`)
  await client.query(`alter table public.events alter column tx type xid8 using '0'::xid8`)
}
