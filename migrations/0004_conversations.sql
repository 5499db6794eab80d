create sequence conversation_numbers start 1001;

create table conversations (
  id uuid primary key,
  number bigint not null unique default nextval('conversation_numbers'),
  customer_id uuid not null,
  client_id uuid not null,
  channel text not null,
  subject text,
  topic text,
  locale text not null,
  status text not null,
  live boolean not null,
  priority smallint not null default 1,
  assignee_id uuid references staff,
  team_id uuid references teams,
  tags text[] not null default '{}',
  page text,
  seq integer not null,
  version integer not null default 1,
  preview text not null,
  public_preview text not null,
  last_author text not null,
  last_entry_at timestamptz not null,
  -- `last_entry_at` to ten seconds: lists are sorted by it, so that most messages change no indexed column (and no index).
  active_at timestamptz not null,
  created_at timestamptz not null,
  queued_at timestamptz,
  waiting_since timestamptz,
  snoozed_until timestamptz,
  read_by_desk integer not null default 0,
  read_by_customer integer not null default 0,
  unread_by_desk integer not null default 0,
  unread_by_customer integer not null default 0,
  unique (customer_id, client_id)
) with (fillfactor = 70);
create index conversations_newest on conversations (active_at desc, id desc)
  where status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed');
-- Every index here is paid for by every message; those of rare states hold only the rows in them.
create index conversations_status on conversations (status, active_at desc, id desc)
  where status not in ('open', 'queued');
create index conversations_assignee on conversations (assignee_id, active_at desc, id desc)
  where assignee_id is not null;
create index conversations_team on conversations (team_id, active_at desc, id desc)
  where team_id is not null;
create index conversations_unassigned on conversations (active_at desc, id desc)
  where assignee_id is null and status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed');
create index conversations_waiting on conversations (waiting_since, id)
  where waiting_since is not null;
create index conversations_priority on conversations (priority desc, active_at desc, id desc)
  where status in ('assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed');
create index conversations_queue on conversations (priority desc, queued_at, id) where status = 'queued';
create index conversations_live on conversations (assignee_id) where live and assignee_id is not null;
create index conversations_tags on conversations using gin (tags) where tags <> '{}';
create index conversations_snoozed on conversations (snoozed_until) where status = 'snoozed';

-- Customers who are connected to a conversation that is live, by the database's clock: sockets live in real time.
create table customer_presences (
  conversation_id uuid primary key references conversations,
  seen_at timestamptz not null
);

-- `seq` is given under the conversation's row lock: gap-free, and in the order of commits. Whoever writes here holds that
-- lock, so a foreign key would only look up again, for every message, what is known.
create table entries (
  conversation_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  author_kind text not null,
  author_id uuid,
  author_name text,
  client_id uuid,
  body text not null default '',
  target integer,
  code text,
  line_values jsonb,
  mentions uuid[] not null default '{}',
  attachment_ids uuid[] not null default '{}',
  edited_at timestamptz,
  deleted_at timestamptz,
  -- Hidden from the customer.
  internal boolean not null,
  primary key (conversation_id, seq)
);
create unique index entries_client_id on entries (conversation_id, client_id) where client_id is not null;

-- What an entry said before it was edited; gone with the entry's deletion.
create table entry_versions (
  conversation_id uuid not null,
  seq integer not null,
  replaced_by integer not null,
  body text not null,
  primary key (conversation_id, seq, replaced_by),
  foreign key (conversation_id, seq) references entries
);

create table attachments (
  id uuid primary key,
  storage_key text not null unique,
  name text not null,
  size bigint not null,
  type text not null,
  image boolean not null,
  owner_kind text not null,
  owner_id uuid not null,
  conversation_id uuid references conversations,
  created_at timestamptz not null
);
create index attachments_orphans on attachments (created_at) where conversation_id is null;
create index attachments_unsent on attachments (owner_id) where conversation_id is null;
create index attachments_conversation on attachments (conversation_id);

create table mentions (
  staff_id uuid not null references staff,
  conversation_id uuid not null references conversations,
  seq integer not null,
  at timestamptz not null,
  primary key (staff_id, conversation_id, seq)
);

create table drafts (
  conversation_id uuid not null references conversations,
  staff_id uuid not null references staff,
  kind text not null,
  body text not null,
  at timestamptz not null,
  primary key (conversation_id, staff_id, kind)
);

-- How many conversations stand where. Changes are appended, and folded by a job, so that busy desks never wait for one hot row.
create table conversation_counts (
  status text not null,
  team_id uuid,
  assignee_id uuid,
  n bigint not null,
  unique nulls not distinct (status, team_id, assignee_id)
);
create index conversation_counts_assignee on conversation_counts (assignee_id);
create table conversation_count_changes (
  id bigint generated always as identity primary key,
  status text not null,
  team_id uuid,
  assignee_id uuid,
  delta integer not null
);

create table entry_search (
  conversation_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  terms tsvector not null,
  primary key (conversation_id, seq)
);
create index entry_search_terms on entry_search using gin (terms);
