-- What was read in each message, by whom it was answered, what customers said of it, and what people decided about
-- messages that were not understood.
alter table inbox
  add column answered_by text,
  add column wish text,
  add column band text check (band in ('act', 'clarify', 'reject'));

create table conversation_ratings (
  conversation_id text primary key references conversations (id),
  helped boolean not null,
  at timestamptz not null
);

create table heard_reviews (
  inbox_id bigint primary key references inbox (id),
  decision text not null check (decision in ('utterance', 'scenario', 'dismissed')),
  detail text not null,
  at timestamptz not null default now()
);
