-- A delay notice to one customer about one order, from its making to its answer. That it was given, how it was delivered
-- and what they answered is evidence and stands in delay_records, line by line; this row keeps the exact words.
create table delay_notices (
  id text primary key,
  order_number text not null references orders,
  recipient text not null,
  -- the facts it tells: each line with its new date, what silence means, and until when it can be answered
  facts jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'bounced', 'dropped')),
  made_by text not null,
  made_at timestamptz not null,
  settled_at timestamptz,
  -- why it was not sent after all
  dropped_because text check (dropped_because in ('shipped', 'cancelled', 'dates_moved', 'address_changed')),
  message_id text,
  subject text,
  body text,
  answer text check (answer in ('keep', 'cancel')),
  answered_at timestamptz,
  check ((state = 'waiting') = (settled_at is null)),
  check ((state = 'dropped') = (dropped_because is not null)),
  -- what went out is kept word for word
  check (state not in ('sent', 'bounced') or (message_id is not null and subject is not null and body is not null)),
  check ((answer is null) = (answered_at is null))
);
create index delay_notices_by_order on delay_notices (order_number, made_at);
create unique index one_notice_under_way on delay_notices (order_number) where state = 'waiting';

-- A promise is told in a chat's message or in a notice.
alter table promises alter column conversation_id drop not null;
alter table promises alter column message_id drop not null;
alter table promises add column notice_id text references delay_notices;
alter table promises add check (num_nonnulls(message_id, notice_id) = 1 and (conversation_id is null) = (message_id is null));
