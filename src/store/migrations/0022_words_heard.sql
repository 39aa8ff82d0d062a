-- What a customer asked for or agreed to outside a chat, as the member of the team who heard it wrote it down, with what
-- they were told it would do and cost.
create table words_heard (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  about text not null check (about in ('cancel', 'express', 'split')),
  recap jsonb not null,
  how text not null check (how in ('phone', 'email', 'in_person')),
  said text not null check (said <> ''),
  heard_by text not null check (heard_by <> ''),
  heard_at timestamptz not null
);
create index words_heard_by_order on words_heard (order_number);
call make_append_only('words_heard');

-- Who of the team asked the shop for it, and is told of its answer; null for a shopper, who is told in the conversation.
alter table shop_requests add column asked_by text check (asked_by <> '');
