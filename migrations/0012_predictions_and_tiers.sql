-- What the exchange says of how much a customer matters to it; policies may go by it.
alter table customer_profiles add column tier text;

-- How long customers were told it would take, by conversation.
create table predictions (
  conversation_id uuid primary key,
  opened_at timestamptz not null,
  topic text,
  -- Without its region: zh, not zh-TW.
  language text not null,
  channel text not null,
  priority text not null,
  -- How many conversations the desk had to do something about: when this one was opened, and when it was looked at last.
  backlog integer not null,
  load integer not null,
  -- By kind: low and high, in milliseconds from the opening on, and when they were made; null where too little was known.
  ranges jsonb not null,
  -- By kind: the ranges that were told first. Accuracy goes by these.
  told jsonb not null,
  -- What came of it; a conversation that is open again is not resolved.
  replied_at timestamptz,
  resolved_at timestamptz
);

-- How long it took: one row for each first reply and each resolution, from which predictions are made.
create table samples (
  conversation_id uuid not null,
  kind text not null,
  topic text,
  language text not null,
  channel text not null,
  backlog integer not null,
  -- Milliseconds from the opening on; so are low and high, what was told first, null where nothing was in time.
  duration bigint not null,
  ended_at timestamptz not null,
  low bigint,
  high bigint,
  primary key (conversation_id, kind)
);
create index samples_newest on samples (kind, ended_at);
