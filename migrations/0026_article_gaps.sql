-- What customers ask and no article answers, found among what agents answered by hand. Holds no words: those are read
-- where they were said, so what is deleted there is gone here. Without keys to conversations, whose rows writers lock.
create table article_gaps (
  id uuid primary key,
  -- The question and the answer that stand for all.
  conversation_id uuid not null,
  question_seq integer not null,
  answer_seq integer not null,
  found_at timestamptz not null,
  -- Comes back when twice as many people have asked.
  dismissed_at timestamptz,
  dismissed_people integer,
  article_id uuid references articles
);

create table gap_conversations (
  conversation_id uuid primary key,
  gap_id uuid not null references article_gaps on delete cascade,
  customer_id uuid not null,
  language text not null,
  topic text,
  asked_at timestamptz not null
);
create index gap_conversations_gap on gap_conversations (gap_id);
create index gap_conversations_asked on gap_conversations (asked_at);

-- The replies that articles were made from.
create table article_sources (
  article_id uuid not null references articles,
  conversation_id uuid not null,
  seq integer not null,
  staff_id uuid,
  at timestamptz not null,
  primary key (article_id, conversation_id, seq)
);
create index article_sources_time on article_sources (at desc);
