-- One row: the installation's own settings.
create table desk_settings (
  only_row boolean primary key default true check (only_row),
  settings jsonb not null,
  version integer not null default 1
);
insert into desk_settings (settings) values ('{}');

create table customers (
  id uuid primary key,
  locale text not null default 'en',
  created_at timestamptz not null,
  seen_at timestamptz not null
);

-- Personal data apart from everything else: what masking, export and erasure are about.
create table customer_profiles (
  customer_id uuid primary key references customers,
  name text,
  email text,
  attributes jsonb not null default '{}'
);

-- Who the exchange says this is. A customer without a row here is anonymous, and is never merged into one who has.
create table customer_identities (
  issuer text not null,
  subject text not null,
  customer_id uuid not null references customers,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index customer_identities_customer on customer_identities (customer_id);

create table customer_sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  customer_id uuid not null references customers,
  verified boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index customer_sessions_customer on customer_sessions (customer_id);
create index customer_sessions_expiry on customer_sessions (expires_at);

-- Keys with which the exchange signs its customers' identity; several at once make rotation painless.
create table identity_keys (
  id uuid primary key,
  kid text not null unique,
  algorithm text not null,
  key_material bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);

create table used_token_ids (
  jti text primary key,
  expires_at timestamptz not null
);
create index used_token_ids_expiry on used_token_ids (expires_at);
