-- One-time links by which customers show that a mailbox is theirs. The token is made of the id when the mail is written.
create table customer_links (
  id uuid primary key,
  address text not null,
  locale text not null,
  -- The request to show once the link is opened.
  request_number bigint,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  used_at timestamptz
);
create index customer_links_age on customer_links (created_at);
create index customer_links_mailed on customer_links (mailed_at) where mailed_at is not null;

-- The mailbox that opened the session; null where something else did.
alter table customer_sessions add column address text;

-- What customers know a team as, by language.
alter table teams add column public_names jsonb not null default '{}';
