-- When the desk works. Each change is a version of its own: conversations keep to the one that counted for them.
create table calendars (
  id uuid primary key,
  version integer not null,
  archived_at timestamptz
);
create table calendar_versions (
  calendar_id uuid not null references calendars,
  version integer not null,
  content jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (calendar_id, version)
);

-- What the desk promises, and to whom.
create table policies (
  id uuid primary key,
  version integer not null,
  archived_at timestamptz
);
create table policy_versions (
  policy_id uuid not null references policies,
  version integer not null,
  content jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (policy_id, version)
);

-- Which policy and calendar counted for a conversation since when, oldest first. Its row is locked while its clocks are reckoned.
create table promises (
  conversation_id uuid primary key,
  terms jsonb not null default '[]'
);

-- What happened to a conversation, as far as clocks go by it. In the order of (seq, place), whatever order it was heard in.
create table clock_events (
  conversation_id uuid not null,
  seq integer not null,
  place integer not null,
  kind text not null,
  status text,
  at timestamptz not null,
  -- Messages of one side without anything in between are one row.
  to_seq integer not null,
  primary key (conversation_id, seq, place)
);

-- What follows from both: the clocks as they stand.
create table clocks (
  conversation_id uuid not null,
  kind text not null,
  state text not null,
  started_at timestamptz,
  ended_at timestamptz,
  due_at timestamptz,
  warn_at timestamptz,
  -- Milliseconds of working time.
  used bigint not null,
  target bigint,
  -- What was told to agents, and how many minutes after the breach the last step of escalation was due.
  warned_at timestamptz,
  breached_at timestamptz,
  escalated_to integer,
  primary key (conversation_id, kind)
);

-- Going through all open conversations after a policy or a calendar changed.
create table recalculations (
  id uuid primary key,
  started_at timestamptz not null,
  done integer not null default 0,
  total integer not null,
  -- The conversation that was reckoned last.
  cursor uuid,
  finished_at timestamptz
);
create index recalculations_started on recalculations (started_at);

-- The clock that each conversation shows in lists. Beside the conversation, so that its row and indexes cost messages no more;
-- without a foreign key, which would lock that row against messages.
create table due_clocks (
  conversation_id uuid primary key,
  due_at timestamptz,
  clock jsonb not null
);
create index due_clocks_next on due_clocks (due_at, conversation_id) where due_at is not null;
