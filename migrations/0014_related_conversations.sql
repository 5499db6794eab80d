-- Conversations that belong together: merged, linked, alike, split.

-- Where a merged conversation goes on; its number never changes, so it is kept with it.
alter table conversations
  add column merged_into uuid,
  add column merged_number bigint,
  -- Was merged once: a message that is sent again may stand in the conversation it was merged into.
  add column unmerged boolean not null default false;

-- What a conversation was when it was merged, so that it is that again when it is taken apart.
create table merges (
  conversation_id uuid not null references conversations,
  into_id uuid not null references conversations,
  at timestamptz not null,
  before jsonb not null,
  undone_at timestamptz
);
create unique index merges_conversation on merges (conversation_id) where undone_at is null;
create index merges_into on merges (into_id) where undone_at is null;

-- Both ways: the lower id first.
create table conversation_links (
  low_id uuid not null references conversations,
  high_id uuid not null references conversations,
  at timestamptz not null,
  primary key (low_id, high_id),
  check (low_id < high_id)
);
create index conversation_links_high on conversation_links (high_id);

-- Requests of one customer that say nearly the same, as long as nobody said that they don't.
create table same_requests (
  conversation_id uuid not null references conversations,
  of_id uuid not null references conversations,
  at timestamptz not null,
  dismissed_at timestamptz,
  primary key (conversation_id, of_id)
);
create index same_requests_of on same_requests (of_id);

-- Which conversation was made of which messages of another one.
create table splits (
  conversation_id uuid primary key references conversations,
  from_id uuid not null references conversations,
  seqs integer[] not null,
  at timestamptz not null
);
create index splits_from on splits (from_id);

-- Files of one conversation that are in messages of another one as well.
create table shared_files (
  attachment_id uuid not null references attachments on delete cascade,
  conversation_id uuid not null references conversations,
  primary key (attachment_id, conversation_id)
);

-- A question to another team about a conversation: internal, with nobody outside in it, and work like any other.
alter table conversations
  add column side_of uuid,
  add column side_of_number bigint;
create table sides (
  conversation_id uuid primary key references conversations,
  of_id uuid not null references conversations,
  at timestamptz not null
);
create index sides_of on sides (of_id);
