-- Old mail that is read out of folders of an IMAP server, once: from where, how far, and what became of it.
create table mail_imports (
  id uuid primary key,
  mailbox_id uuid not null references mailboxes,
  created_at timestamptz not null,
  host text not null,
  port integer not null,
  security text not null,
  username text not null,
  -- Encrypted; gone when all is read.
  sealed_password bytea,
  folders text[] not null,
  -- What arrived from then on, or all; and before.
  since timestamptz,
  until timestamptz not null,
  state text not null,
  -- The node that reads, for as long as it has its row in nodes.
  node_id uuid,
  -- Of the folders, as they were when the cursor was set: UIDs mean something under one UIDVALIDITY only.
  uid_validities text[],
  -- The last mail that was looked at: by arrival, then folder, then UID.
  cursor_at timestamptz,
  cursor_folder integer,
  cursor_uid bigint,
  total integer,
  -- What became of the mails up to the cursor.
  filed integer not null default 0,
  automatic integer not null default 0,
  skipped integer not null default 0,
  unreadable integer not null default 0,
  conversations integer not null default 0,
  -- Of late.
  per_second real,
  fault text,
  fault_at timestamptz,
  retry_at timestamptz,
  ended_at timestamptz
);

-- Mails of an import that nobody could read; kept as they came, where the server gave them out.
create table mail_import_faults (
  import_id uuid not null references mail_imports,
  folder text not null,
  uid bigint not null,
  arrived_at timestamptz not null,
  size bigint not null,
  reason text not null,
  mail_id uuid references mails,
  primary key (import_id, folder, uid)
);

alter table mails add column import_id uuid references mail_imports;
