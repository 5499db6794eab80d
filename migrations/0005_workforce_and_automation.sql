create table presences (
  staff_id uuid primary key references staff,
  available boolean not null,
  capacity smallint not null default 5,
  since timestamptz not null,
  assigned_at timestamptz
);

-- Open console sockets by node, so that an agent whose last one is gone stops being offered conversations.
create table console_connections (
  staff_id uuid not null references staff,
  node_id uuid not null references nodes on delete cascade,
  connections integer not null,
  gone_at timestamptz,
  primary key (staff_id, node_id)
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

create table outgoing_mails (
  id uuid primary key,
  recipient text not null,
  template text not null,
  locale text not null,
  template_values jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text
);
