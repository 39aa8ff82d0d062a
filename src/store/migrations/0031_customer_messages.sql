-- A fact a customer is told without having asked: that a parcel left, that a date moved. One row a fact, whatever ways it
-- goes; the legal delay notice is none of these (delay_notices), and none of these counts as one.
create table customer_messages (
  id text primary key,
  -- names the fact: told once, whoever finds it and how often
  fact_key text not null unique,
  kind text not null,
  customer_id text not null references customers,
  order_number text references orders,
  facts jsonb not null,
  -- what made it so, such as a supplier's promise or a notice
  cause text,
  state text not null default 'waiting' check (state in ('waiting', 'told', 'dropped')),
  made_at timestamptz not null,
  settled_at timestamptz,
  -- why it was told to nobody after all
  dropped_because text check (dropped_because <> ''),
  check ((state = 'waiting') = (settled_at is null)),
  check ((state = 'dropped') = (dropped_because is not null))
);
create index customer_messages_by_order on customer_messages (order_number, made_at);
create index customer_messages_by_customer on customer_messages (customer_id, made_at);
create index customer_messages_by_cause on customer_messages (cause) where cause is not null;

-- Each way one of them went, was kept back, or did not go.
create table customer_message_ways (
  message_id text not null references customer_messages,
  channel text not null check (channel in ('chat', 'sms', 'email')),
  state text not null check (state in ('waiting', 'sent', 'bounced', 'dropped', 'not_taken')),
  -- why it waits, was dropped, or was not taken
  because text,
  -- the message in the chat or text conversation
  chat_message_id bigint references messages,
  recipient text,
  -- the mail, word for word
  mail_id text,
  subject text,
  body text,
  at timestamptz not null,
  primary key (message_id, channel),
  check (state not in ('waiting', 'dropped', 'not_taken') or because is not null),
  check (channel = 'email' or mail_id is null),
  check (channel <> 'email' or state not in ('sent', 'bounced') or (mail_id is not null and subject is not null and body is not null))
);
create index customer_message_ways_waiting on customer_message_ways (channel, at) where state = 'waiting';
create unique index customer_message_ways_by_chat on customer_message_ways (chat_message_id) where chat_message_id is not null;

-- What customers said about being told, as a history: of a customer, a channel and a topic the newest row counts.
create table notification_wishes (
  id bigint generated always as identity primary key,
  customer_id text not null references customers,
  channel text not null check (channel in ('sms', 'email')),
  topic text not null check (topic in ('shipping', 'dates')),
  wanted boolean not null,
  -- exactly what they wrote; null when they pressed a link
  words text,
  source text not null check (source in ('conversation', 'unsubscribe_link')),
  at timestamptz not null
);
create index notification_wishes_newest on notification_wishes (customer_id, channel, topic, id desc);
call make_append_only('notification_wishes');

-- Who wants to hear when a product can be had again.
create table stock_wishes (
  customer_id text not null references customers,
  sku text not null references skus,
  asked_at timestamptz not null,
  told_at timestamptz,
  primary key (customer_id, sku, asked_at)
);
create unique index one_open_stock_wish on stock_wishes (customer_id, sku) where told_at is null;

-- Since when the desk watches for news: what happened before was told by whoever did it.
create table news_watch (
  only_row boolean primary key default true check (only_row),
  since timestamptz not null
);

-- A promise is told in a chat's message, in a notice, or in one of these.
alter table promises add column customer_message_id text references customer_messages;
alter table promises drop constraint promises_check;
alter table promises add constraint promises_check check (
  num_nonnulls(message_id, notice_id, customer_message_id) = 1 and (conversation_id is null) = (message_id is null));
