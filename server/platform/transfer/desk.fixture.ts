// Tests of moving and restoring need a schema with everything that makes copying tables hard.
import pg from 'pg'

/** What migrations would make: keys in a circle, generated and identity columns, triggers, seeds, a second schema. */
export const schema = `
  create schema queue;
  create table queue.jobs (id bigint generated always as identity primary key, payload jsonb not null);
  create table people (
    id bigint generated always as identity primary key, name text not null,
    loud text generated always as (upper(name)) stored, manager_id bigint references people(id));
  create table teams (id serial primary key, lead_id bigint not null references people(id), title text);
  alter table people add column team_id int references teams(id) deferrable initially deferred;
  create table "Odd Names" ("select" bytea, "weiß" text, happened_at timestamptz, amount numeric);
  create table counters (name text primary key, value bigint not null);
  create sequence unused_numbers start 1000;
  create function count_person() returns trigger language plpgsql as
    $$ begin update counters set value = value + 1 where name = 'people'; return new; end $$;
  create trigger counted after insert on people for each row execute function count_person();
  create table audit (id int, line text);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
  create trigger append_only before update or delete or truncate on audit for each statement execute function refuse();
  insert into counters values ('people', 0);
`

const content = `
  begin;
  insert into people (name) select 'person ' || n from generate_series(1, 500) n;
  update people set manager_id = 501 - id;
  insert into teams (lead_id, title) select id, E'tab\\there\\nline 中文 \\\\N' from people where id <= 20;
  update people set team_id = 1 + id % 20;
  insert into queue.jobs (payload) select jsonb_build_object('n', n, 'text', 'ä"\\') from generate_series(1, 30) n;
  insert into "Odd Names" values ('\\x00ff0a', '', '2026-11-21 12:00:00.123456+00', 0.100000000000000001), (null, null, null, 'NaN');
  insert into audit values (1, 'first');
  commit;
`

export async function run(connection: pg.ClientConfig, sql: string): Promise<void> {
  await query(connection, sql)
}

export async function query<T extends pg.QueryResultRow>(
  connection: pg.ClientConfig,
  sql: string,
): Promise<T[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

export const migrateTo = (url: string): Promise<void> => run({ connectionString: url }, schema)

export async function fill(connection: pg.ClientConfig): Promise<void> {
  await run(connection, schema)
  await run(connection, content)
}

/** All that must be the same on both sides, as one value. */
export async function fingerprint(connection: pg.ClientConfig): Promise<unknown> {
  const [row] = await query(
    connection,
    `
    select (select md5(string_agg(p::text, '|' order by id)) from people p) as people,
           (select md5(string_agg(t::text, '|' order by id)) from teams t) as teams,
           (select md5(string_agg(j::text, '|' order by id)) from queue.jobs j) as jobs,
           (select md5(string_agg(o::text, '|' order by o::text)) from "Odd Names" o) as odd,
           (select string_agg(name || value, '|') from counters) as counters,
           (select count(*)::int from pg_constraint where contype = 'f' and convalidated) as keys,
           (select count(*)::int from pg_trigger where tgenabled = 'O' and not tgisinternal) as triggers,
           nextval('unused_numbers')::int as unused, nextval('teams_id_seq')::int as team,
           nextval(pg_get_serial_sequence('people', 'id'))::int as person`,
  )
  return row
}

/** Rows by table that a whole copy must report. */
export const expectedRows = {
  'public.Odd Names': 2,
  'public.audit': 1,
  'public.counters': 1,
  'public.people': 500,
  'public.teams': 20,
  'queue.jobs': 30,
}
