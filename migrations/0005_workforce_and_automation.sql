create table presences (
  staff_id uuid primary key references staff,
  available boolean not null,
  capacity smallint not null default 5,
  since timestamptz not null,
  assigned_at timestamptz,
  -- Connected to a console, by the database's clock: sockets live in real time.
  seen_at timestamptz not null default now()
);

create table canned_replies (
  id uuid primary key,
  shortcut text not null,
  title text not null,
  body text not null,
  locale text,
  team_id uuid references teams on delete cascade,
  created_by uuid not null references staff,
  updated_at timestamptz not null
);
create unique index canned_replies_shortcut on canned_replies (lower(shortcut), coalesce(locale, ''), coalesce(team_id, '00000000-0000-0000-0000-000000000000'));
