create table conversations (
  id text primary key,
  channel text not null,
  -- the conversation's name on its channel
  external_id text not null,
  -- how a late reply finds the shopper again (a Bot Framework conversation reference)
  reference jsonb not null default '{}',
  -- who the shopper has shown to be, until when, and how; null while anonymous
  identity jsonb,
  -- the brain's own memory of where the dialogue stands
  dialogue jsonb not null default '{}',
  mode text not null default 'assistant' check (mode in ('assistant', 'person', 'closed')),
  last_seq integer not null default 0,
  opened_at timestamptz not null default now(),
  -- the lease: one worker at a time; a stale holder's commit fails on the fence
  lease_owner text,
  lease_until timestamptz,
  fence bigint not null default 0,
  unique (channel, external_id)
);

-- What came in, stored before it is acknowledged. One row per message of the outside world, whatever is retried.
create table inbox (
  id bigint generated always as identity primary key,
  channel text not null,
  external_id text not null,
  conversation_id text not null references conversations,
  payload jsonb not null,
  received_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  constraint each_message_once unique (channel, external_id)
);
create index inbox_waiting on inbox (conversation_id, id) where state = 'waiting';

-- The transcript. seq is the channel's watermark: without gaps, in commit order.
create table messages (
  id bigint generated always as identity primary key,
  conversation_id text not null references conversations,
  seq integer not null,
  author text not null check (author in ('shopper', 'assistant', 'person')),
  body jsonb not null,
  inbox_id bigint references inbox,
  at timestamptz not null default clock_timestamp(),
  unique (conversation_id, seq)
);
create index messages_by_inbox on messages (inbox_id);

-- What must go out, written with the decision that caused it. Sending happens afterwards and can be repeated.
create table outbox (
  id bigint generated always as identity primary key,
  idempotency_key text not null unique,
  channel text not null,
  conversation_id text references conversations,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unknown', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  claimed_until timestamptz,
  last_error text,
  provider_id text,
  made_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
create index outbox_waiting on outbox (channel, next_attempt_at) where state in ('waiting', 'sending');

-- A write that waits for the shopper's word. At most one is live in a conversation.
create table proposals (
  id uuid primary key default gen_random_uuid(),
  conversation_id text not null references conversations,
  -- whose session may confirm it
  principal jsonb not null,
  tool text not null,
  input jsonb not null,
  -- all that the recap says, and the facts that must still hold when it is carried out
  recap jsonb not null,
  state text not null default 'live' check (state in ('live', 'committed', 'superseded', 'declined', 'expired', 'stale')),
  -- the message that asked the question; a yes counts only as the answer to it
  asked_in_seq integer,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  check ((state = 'live') = (settled_at is null))
);
create unique index one_live_proposal on proposals (conversation_id) where state = 'live';

-- The promise ledger: each date, amount and code told to a customer, and on which facts it rested.
create table promises (
  id bigint generated always as identity primary key,
  conversation_id text not null references conversations,
  message_id bigint not null references messages,
  customer_id text references customers,
  order_number text references orders,
  order_line_id text references order_lines,
  kind text not null,
  said jsonb not null,
  basis jsonb not null,
  told_at timestamptz not null
);
create index promises_by_line on promises (order_line_id, told_at);
call make_append_only('promises');

-- Somebody asked for a person, or a rule did.
create table hand_offs (
  id bigint generated always as identity primary key,
  conversation_id text not null references conversations,
  reason text not null,
  urgency text not null check (urgency in ('normal', 'high')),
  summary jsonb not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  asked_at timestamptz not null,
  closed_at timestamptz
);
create unique index one_open_hand_off on hand_offs (conversation_id) where state = 'open';
