-- Who may be texted, as a history: of a number and a kind the newest row counts. Words are exactly those they wrote; null
-- when only the provider told.
create table sms_consents (
  id bigint generated always as identity primary key,
  phone text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  kind text not null check (kind in ('service', 'marketing')),
  granted boolean not null,
  words text,
  source text not null check (source in ('carrier_word', 'own_words', 'conversation', 'provider')),
  -- the text or answer that said so; the same one counts once
  external_id text not null,
  at timestamptz not null,
  unique (external_id, kind)
);
create index sms_consents_newest on sms_consents (phone, kind, id desc);
call make_append_only('sms_consents');

-- Each text on its way to a phone. Made before it is handed to the provider, so that what is spent is known beforehand
-- and a text whose sending was cut off is not sent again blindly.
create table sms_texts (
  id bigint generated always as identity primary key,
  outbox_id bigint not null unique references outbox,
  conversation_id text not null references conversations,
  seq integer not null,
  segments integer not null check (segments > 0),
  -- the day in the shop's zone whose budget it counts against
  spent_on date not null,
  -- what each digit shown in it means, in order
  choices jsonb not null default '[]',
  state text not null default 'reserved'
    check (state in ('reserved', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed')),
  provider_id text unique,
  error_code text,
  -- the opt-out it confirms: each is confirmed once
  confirms bigint unique references sms_consents,
  at timestamptz not null
);
create index sms_texts_by_conversation on sms_texts (conversation_id, seq);
create index sms_texts_by_day on sms_texts (spent_on);
