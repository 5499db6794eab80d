-- Events are the record of what happened, written in the transaction of the change; `tx` tells another node which belong together.
create table events (
  id bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  type text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  conversation_id uuid,
  data jsonb not null
);
create index events_tx on events (tx, id);

-- How far the reactions in the background have got in the events, in the order (tx, id). One row.
create table followed (
  only_row boolean primary key default true check (only_row),
  tx xid8 not null,
  event_id bigint not null
);
insert into followed (tx, event_id) values ('0', 0);

-- Work for later, due by the desk's clock (never by the database's), so that days can be simulated in minutes.
create table timers (
  key text primary key,
  due_at timestamptz not null,
  task text not null,
  payload jsonb not null
);
create index timers_due on timers (due_at);

-- Which server processes are alive, by the database's clock because theirs may differ; a dead one's jobs are unlocked.
create table nodes (
  id uuid primary key,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  workers text[] not null default '{}'
);
