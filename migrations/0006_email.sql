-- Who writes from an address. Whether the address was proven is part of it: nobody becomes somebody else by writing From.
create table customer_addresses (
  address text not null,
  proven boolean not null,
  customer_id uuid not null references customers,
  created_at timestamptz not null,
  primary key (address, proven)
);
create index customer_addresses_customer on customer_addresses (customer_id);

-- Addresses at which the desk takes mail, and from which it answers.
create table mailboxes (
  id uuid primary key,
  -- In lower case.
  address text not null,
  name text not null,
  team_id uuid references teams,
  signature text not null default '',
  created_at timestamptz not null,
  removed_at timestamptz
);
create unique index mailboxes_address on mailboxes (address) where removed_at is null;

-- Mails as they came. The whole of each is in the storage, whatever becomes of it.
create table mails (
  id uuid primary key,
  mailbox_id uuid not null references mailboxes,
  -- Of Message-ID and body: the same mail by two ways, or sent again, is one.
  digest bytea not null unique,
  storage_key text not null,
  size integer not null,
  source text not null,
  envelope_from text,
  envelope_to text[] not null,
  peer_ip text,
  peer_name text,
  received_at timestamptz not null,
  state text not null default 'received',
  message_id text,
  conversation_id uuid,
  seq integer,
  -- Who wrote to whom, what was found out about it, what was left out.
  details jsonb
);
create index mails_message_id on mails (message_id) where message_id is not null;
create index mails_conversation on mails (conversation_id) where conversation_id is not null;

-- Mails on their way out, and what became of them.
create table outgoing_mails (
  id uuid primary key,
  recipient text not null,
  -- What it says, encrypted, as it may hold links and the words of customers; gone once the mail is sent.
  sealed_content bytea,
  -- The answer that it carries, where it carries one: an answer is sent once. 0 is the acknowledgement.
  conversation_id uuid,
  seq integer,
  tries integer not null default 0,
  created_at timestamptz not null,
  claimed_until timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  unique (conversation_id, seq)
);
create index outgoing_mails_age on outgoing_mails (created_at);
create index outgoing_mails_acknowledged on outgoing_mails (recipient, created_at) where seq = 0;
