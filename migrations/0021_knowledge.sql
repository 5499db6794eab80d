-- The tree of topics under which people find articles. `contact_topic` is the conversations' topic that its contacts have.
create table article_topics (
  id uuid primary key,
  slug text not null unique,
  parent_id uuid references article_topics,
  place integer not null,
  names jsonb not null,
  descriptions jsonb not null,
  contact_topic text
);
create index article_topics_parent on article_topics (parent_id);

-- An article in all its languages. Announcements are articles with a time.
create table articles (
  id uuid primary key,
  version integer not null default 1,
  slug text not null unique,
  kind text not null,
  level text not null,
  topic_id uuid references article_topics,
  owner_id uuid references staff,
  original_locale text not null,
  related uuid[] not null default '{}',
  review_every_days integer,
  reviewed_at timestamptz,
  affected_note text,
  affected_at timestamptz,
  announces text,
  starts_at timestamptz,
  ends_at timestamptz,
  pinned boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);
create index articles_topic on articles (topic_id);
create index articles_owner on articles (owner_id);

-- Where an article was found before it moved.
create table article_redirects (
  slug text primary key,
  article_id uuid not null references articles
);
create index article_redirects_article on article_redirects (article_id);

-- An article in one language: how far its newest revision has come, and which one the public reads.
create table article_texts (
  article_id uuid not null references articles,
  locale text not null,
  state text not null,
  newest integer not null,
  published integer,
  published_at timestamptz,
  first_published_at timestamptz,
  publish_at timestamptz,
  translated_from integer,
  primary key (article_id, locale)
);
create index article_texts_state on article_texts (state);
create index article_texts_published on article_texts (published_at desc) where published is not null;
create index article_texts_due on article_texts (publish_at) where publish_at is not null;

-- What an article said at a time. Never changed.
create table article_revisions (
  article_id uuid not null,
  locale text not null,
  number integer not null,
  title text not null,
  summary text not null,
  body text not null,
  questions text[] not null,
  author_id uuid,
  -- Who else wrote it: the authors of the revision that was restored.
  other_authors uuid[] not null default '{}',
  created_at timestamptz not null,
  note text,
  translated_from integer,
  primary key (article_id, locale, number),
  foreign key (article_id, locale) references article_texts
);

-- Who asked for a review, approved, published or said that it still holds.
create table article_reviews (
  id uuid primary key,
  article_id uuid not null references articles,
  locale text,
  revision integer,
  step text not null,
  staff_id uuid,
  at timestamptz not null,
  note text
);
create index article_reviews_article on article_reviews (article_id, at desc);

-- What published texts are found by, kept so that a node that starts need not read them all again.
create table article_terms (
  article_id uuid not null references articles,
  locale text not null,
  revision integer not null,
  -- Which concepts they were made with.
  made_by text not null,
  terms text not null,
  primary key (article_id, locale)
);

-- Pictures, videos and captions of articles; everybody may see them.
create table article_files (
  id uuid primary key,
  storage_key text not null unique,
  name text not null,
  type text not null,
  size bigint not null,
  width integer,
  height integer,
  created_by uuid,
  created_at timestamptz not null
);

-- Amounts are texts: every digit counts.
create table fees (
  id uuid primary key,
  asset text not null,
  network text not null,
  deposit text,
  withdrawal text,
  least_deposit text,
  least_withdrawal text,
  note jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  unique (asset, network)
);

-- What the desk has changed in the list of words that mean the same (content/concepts.txt), added to it, or taken out of it.
create table concepts (
  id uuid primary key,
  name text not null unique,
  weight real not null,
  words jsonb not null,
  removed boolean not null,
  updated_at timestamptz not null
);

create table article_votes (
  id uuid primary key,
  article_id uuid not null references articles,
  locale text not null,
  revision integer not null,
  helpful boolean not null,
  reason text,
  comment text,
  at timestamptz not null,
  -- A day's keyed hash of who it was, so that nobody counts twice and nobody is known.
  voter bytea not null,
  -- The same of where they came from, so that one place is not a crowd.
  origin bytea not null,
  unique (article_id, voter)
);
create index article_votes_time on article_votes (at);

create table article_views (
  article_id uuid not null references articles,
  locale text not null,
  day date not null,
  views integer not null,
  primary key (article_id, day, locale)
);
create index article_views_day on article_views (day);

-- What was looked for or typed before a contact, what was offered and read, and whether they wrote all the same.
create table searches (
  id uuid primary key,
  at timestamptz not null,
  place text not null,
  locale text not null,
  query text not null,
  found integer not null,
  offered uuid[] not null,
  opened uuid[] not null default '{}',
  customer_id uuid,
  conversation_id uuid
);
create index searches_time on searches (at);
create index searches_conversation on searches (conversation_id) where conversation_id is not null;

-- Another system's export on its way in: read first, and taken over when somebody has seen what was understood.
create table article_imports (
  id uuid primary key,
  name text not null,
  -- Null when it is wiped: as soon as nobody needs it any more.
  storage_key text unique,
  state text not null,
  articles integer not null default 0,
  texts integer not null default 0,
  topics integer not null default 0,
  report jsonb not null default '[]',
  taken jsonb,
  created_by uuid references staff,
  created_at timestamptz not null,
  ended_at timestamptz
);
