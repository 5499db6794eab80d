-- Names under which a mailbox also answers: for one team, or for all who answer from it.
create table sender_identities (
  id uuid primary key,
  mailbox_id uuid not null references mailboxes,
  name text not null,
  -- In lower case. Answers to it still come to the mailbox.
  address text not null,
  team_id uuid references teams,
  -- By language.
  signatures jsonb not null,
  created_at timestamptz not null,
  removed_at timestamptz
);
create unique index sender_identities_team on sender_identities (mailbox_id, team_id)
  where removed_at is null and team_id is not null;
create index sender_identities_mailbox on sender_identities (mailbox_id) where removed_at is null;

-- To whom else an answer by mail goes, and as whom. Written before the answer; without `seq` until that is there.
create table answer_envelopes (
  conversation_id uuid not null,
  -- Of the answer.
  client_id uuid not null,
  staff_id uuid,
  cc text[] not null,
  bcc text[] not null,
  -- `usual`: the identity of the conversation's team, or the mailbox itself.
  sender text not null,
  identity_id uuid references sender_identities,
  seq integer,
  created_at timestamptz not null,
  primary key (conversation_id, client_id)
);

-- Mails that an agent sent on to somebody outside; what comes back is told by the number in its address.
create table forwards (
  id uuid primary key,
  number bigint generated always as identity unique,
  conversation_id uuid not null,
  -- Of the line that says so.
  seq integer not null,
  recipient text not null,
  staff_id uuid,
  staff_name text not null,
  created_at timestamptz not null,
  unique (conversation_id, seq)
);

-- Keys with which mails are signed, for each domain; one of a domain's at a time.
create table dkim_keys (
  id uuid primary key,
  domain text not null,
  selector text not null,
  -- Encrypted; never shown.
  sealed_private_key bytea not null,
  -- As DNS has it.
  public_key text not null,
  active boolean not null default false,
  created_at timestamptz not null,
  checked_at timestamptz,
  found text,
  unique (domain, selector)
);
create unique index dkim_keys_active on dkim_keys (domain) where active;

-- Who wants no more mails of a kind.
create table mail_suppressions (
  -- In lower case.
  address text not null,
  kind text not null,
  created_at timestamptz not null,
  primary key (address, kind)
);

-- Whether mail that staff send on becomes a conversation of whoever wrote it first.
alter table mailboxes add column forwards_in boolean not null default false;

alter table outgoing_mails
  add column cc text[] not null default '{}',
  add column bcc text[] not null default '{}',
  -- Of several recipients: whom a server has taken it for, and for whom none does, with what was said.
  add column taken text[] not null default '{}',
  add column refused jsonb not null default '[]',
  -- The kind of a mail that its reader has not asked for by writing.
  add column notice text;
create index outgoing_mails_noticed on outgoing_mails (recipient, created_at) where notice is not null;
