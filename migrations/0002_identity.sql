create table staff (
  id uuid primary key,
  name text not null,
  email text not null,
  role text not null,
  locale text not null default 'en',
  password_hash text,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index staff_email on staff (lower(email));

create table recovery_codes (
  staff_id uuid not null references staff,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

create table teams (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  -- Conversations remember the team they were in.
  deleted_at timestamptz
);
create unique index teams_name on teams (lower(name)) where deleted_at is null;

create table team_members (
  team_id uuid not null references teams on delete cascade,
  staff_id uuid not null references staff on delete cascade,
  primary key (team_id, staff_id)
);
create index team_members_staff on team_members (staff_id);

create table staff_sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  staff_id uuid not null references staff,
  second_factor boolean not null,
  ip text not null,
  user_agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index staff_sessions_staff on staff_sessions (staff_id) where ended_at is null;
create index staff_sessions_expiry on staff_sessions (expires_at) where ended_at is null;

-- Invitations, password resets and the first administrator's link: used once, and only before they expire.
create table one_time_links (
  id uuid primary key,
  kind text not null,
  token_hash bytea not null unique,
  staff_id uuid references staff,
  email text,
  role text,
  team_ids uuid[] not null default '{}',
  created_by uuid references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table api_keys (
  id uuid primary key,
  name text not null,
  prefix text not null,
  key_hash bytea not null unique,
  permissions text[] not null,
  created_by uuid not null references staff,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text,
  data jsonb not null,
  ip text
);
create index audit_log_subject on audit_log (subject_kind, subject_id, id);
create index audit_log_actor on audit_log (actor_id, id);

create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function audit_log_is_append_only();

-- Attempts by key (an address, an account), kept only as long as a limit looks back.
create table attempts (
  id bigint generated always as identity primary key,
  key text not null,
  at timestamptz not null
);
create index attempts_key on attempts (key, at);
create index attempts_at on attempts (at);
