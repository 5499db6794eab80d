-- How much work a conversation is: index in `complexities`.
alter table conversations add column complexity smallint not null default 1;

-- Named lists of actions that agents run. `content` holds how it is sent, and the actions.
create table macros (
  id uuid primary key,
  -- Grows with every change; a run names the one that its agent saw.
  version integer not null,
  shortcut text not null,
  name text not null,
  team_id uuid references teams on delete cascade,
  content jsonb not null,
  created_by uuid not null references staff,
  updated_at timestamptz not null
);
create unique index macros_shortcut on macros (lower(shortcut), coalesce(team_id, '00000000-0000-0000-0000-000000000000'));

-- What was run, so that the same run again does nothing. Without foreign keys, which would lock conversations against messages.
create table macro_runs (
  conversation_id uuid not null,
  client_id uuid not null,
  macro_id uuid not null,
  macro_version integer not null,
  at timestamptz not null,
  primary key (conversation_id, client_id)
);
create index macro_runs_at on macro_runs (at);

-- What the desk does by itself. Each change is a version of its own, so that the log names what ran.
create table rules (
  id uuid primary key,
  version integer not null,
  archived_at timestamptz
);
create table rule_versions (
  rule_id uuid not null references rules,
  version integer not null,
  content jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (rule_id, version)
);

-- The log: every run of a rule, and why. `cause` is what it followed from, once for each rule and conversation.
create table rule_runs (
  id uuid primary key,
  at timestamptz not null,
  rule_id uuid not null,
  rule_version integer not null,
  conversation_id uuid not null,
  number bigint not null,
  cause text not null,
  outcome text not null,
  reasons jsonb not null,
  steps jsonb not null,
  -- The entries that the run wrote; what follows from them knows by these that it isn't news from outside.
  seq_from integer not null,
  seq_to integer not null,
  -- The rules that ran since something came from outside, this one included.
  chain uuid[] not null,
  unique (conversation_id, rule_id, cause)
);
create index rule_runs_newest on rule_runs (at desc, id desc);
create index rule_runs_rule on rule_runs (rule_id, at desc, id desc);

-- How far rules that go by time have looked: up to conversations that stand still since `at`.
create table rule_clocks (
  rule_id uuid primary key,
  hours integer not null,
  at timestamptz not null,
  conversation_id uuid not null
);

-- Stolen accounts and missing funds come first, from the first start on. Leads change them, or switch them off.
insert into rules (id, version) values
  ('0194f000-0000-7000-8000-000000000001', 1),
  ('0194f000-0000-7000-8000-000000000002', 1);
insert into rule_versions (rule_id, version, content, created_at) values
('0194f000-0000-7000-8000-000000000001', 1, '{
  "name": "Stolen account · 账户被盗",
  "enabled": true,
  "position": 1,
  "when": {"event": "customer_wrote"},
  "if": {
    "withoutTags": ["stolen-account"],
    "words": [
      "被盗", "盗号", "盗用", "盗取", "盗走", "被黑", "黑客", "被他人登录", "别人登录", "异地登录", "不是我登录", "不是本人", "不是我操作",
      "非本人操作", "陌生设备", "陌生登录", "被人改了密码", "密码被改", "邮箱被改", "手机号被改", "被篡改", "被钓鱼", "钓鱼网站", "被骗", "诈骗",
      "冻结我的账户", "冻结账户", "紧急冻结",
      "hack*", "stolen", "stole", "steal*", "thief", "theft", "compromised", "breached", "hijack*", "phish*", "scammed", "got scammed",
      "been scammed", "unauthorized", "unauthorised", "unknown login", "unknown device", "strange login", "suspicious login",
      "someone logged in", "somebody logged in", "someone else logged in", "someone is in my account", "someone accessed",
      "somebody accessed", "logged into my account", "access to my account was", "wasn''t me", "wasnt me", "was not me", "not done by me",
      "did not make this", "didn''t make this", "didnt make this", "did not authorize", "didn''t authorize", "didnt authorize",
      "password was changed", "password has been changed", "email was changed", "email has been changed", "2fa was removed",
      "2fa was changed", "taken over", "took over my account", "account takeover", "sim swap*", "freeze my account", "lock my account"
    ]
  },
  "then": [{"do": "set_priority", "priority": "urgent"}, {"do": "add_tags", "tags": ["stolen-account"]}]
}', '2026-01-01T00:00:00Z'),
('0194f000-0000-7000-8000-000000000002', 1, '{
  "name": "Missing funds · 资金丢失",
  "enabled": true,
  "position": 2,
  "when": {"event": "customer_wrote"},
  "if": {
    "withoutTags": ["missing-funds"],
    "words": [
      "未到账", "没到账", "没有到账", "还没到", "尚未到账", "不到账", "一直没到", "没收到提", "没有收到提", "未收到提", "没收到充", "没有收到充",
      "未收到充", "没收到钱", "没有收到钱", "没收到币", "没有收到币", "未入账", "没入账", "没有入账", "资金丢失", "资金消失", "资金不见", "钱不见",
      "钱没了", "币不见", "币没了", "币丢", "余额不见", "余额消失", "余额没了", "余额变成0", "余额为0", "资产丢失", "资产不见", "资产消失", "资产被转",
      "资金被转", "被转走", "被提走", "转错", "充错", "不翼而飞",
      "missing funds", "missing money", "missing deposit", "missing withdrawal", "missing balance", "missing coins", "missing tokens",
      "missing crypto", "funds are missing", "funds missing", "money is missing", "balance is missing", "coins are missing",
      "deposit is missing", "withdrawal is missing", "deposit missing", "withdrawal missing", "lost my funds", "lost my money",
      "lost my coins", "lost funds", "funds lost", "funds are gone", "funds gone", "money is gone", "money gone", "balance is gone",
      "coins are gone", "everything is gone", "disappeared", "vanished", "balance is zero", "balance shows zero", "balance is 0",
      "balance shows 0", "not arrived", "never arrived", "hasn''t arrived", "hasnt arrived", "haven''t arrived", "didn''t arrive",
      "didnt arrive", "did not arrive", "not credited", "never credited", "hasn''t been credited", "hasnt been credited",
      "wasn''t credited", "not received my", "never received", "haven''t received", "havent received", "have not received",
      "didn''t receive", "didnt receive", "did not receive", "still not received", "not received yet", "not showing up",
      "doesn''t show up", "wrong address", "wrong network", "wrong chain", "withdrawn without", "withdrawal i did not", "withdrawal i didn''t"
    ]
  },
  "then": [{"do": "set_priority", "priority": "urgent"}, {"do": "add_tags", "tags": ["missing-funds"]}]
}', '2026-01-01T00:00:00Z');

-- One answer to many conversations, sent after a moment in which it can be taken back.
create table bulk_replies (
  id uuid primary key,
  staff_id uuid not null references staff,
  body text not null,
  -- The status to leave conversations in; null leaves them as they are.
  next_status text,
  state text not null,
  created_at timestamptz not null,
  starts_at timestamptz not null
);
create index bulk_replies_created on bulk_replies (created_at);
create table bulk_reply_targets (
  bulk_reply_id uuid not null references bulk_replies on delete cascade,
  place integer not null,
  conversation_id uuid not null,
  -- The newest entry that the writer had seen: what was said since is looked at by a person first.
  seen integer not null,
  outcome text,
  code text,
  primary key (bulk_reply_id, place),
  unique (bulk_reply_id, conversation_id)
);

-- What has to be done in a conversation, by whom and when. Without a foreign key, which would lock the conversation against messages.
create table tasks (
  id uuid primary key,
  conversation_id uuid not null,
  title text not null,
  due_at timestamptz,
  assignee_id uuid references staff,
  created_at timestamptz not null,
  done_at timestamptz
);
create index tasks_conversation on tasks (conversation_id, id);
create index tasks_assignee on tasks (assignee_id, due_at, id) where done_at is null;
