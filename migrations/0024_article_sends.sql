-- Articles that agents sent by hand, in which message. Without foreign keys, which would lock conversations against messages.
create table article_sends (
  conversation_id uuid not null,
  seq integer not null,
  article_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  primary key (conversation_id, seq, article_id)
);
create index article_sends_time on article_sends (at);
