-- Mailboxes that the desk fetches by IMAP itself: where they are, who fetches them now, and how far.
create table imap_accounts (
  mailbox_id uuid primary key references mailboxes,
  host text not null,
  port integer not null,
  security text not null,
  username text not null,
  -- Encrypted; never shown.
  sealed_password bytea not null,
  folder text not null,
  -- Where a mail goes once it is taken in; null leaves it where it is, marked as seen.
  move_to text,
  start text not null,
  -- Another one with each change: whoever works by an older one has to begin anew.
  revision uuid not null,
  -- UIDs mean something under one UIDVALIDITY only; up to which one all is done.
  uid_validity text,
  last_uid bigint,
  -- The last one that was taken in: marking or moving it may still be due.
  taken_uid bigint,
  -- When the folder is read anew, mail from before is none of ours, up to this UID; null takes all.
  began_at timestamptz,
  old_until bigint,
  -- A mail that can't be fetched, and how often that was tried.
  trying_uid bigint,
  tries integer not null default 0,
  passed_over integer not null default 0,
  -- The node that holds the connection, for as long as it has its row in nodes.
  node_id uuid,
  connected_at timestamptz,
  last_mail_at timestamptz,
  fault text,
  fault_at timestamptz,
  retry_at timestamptz
);

-- In bytes, where a mail was too large and only its headers were kept.
alter table mails add column whole_size bigint;
