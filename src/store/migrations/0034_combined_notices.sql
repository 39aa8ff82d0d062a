-- What is owed to one customer at one time goes in one mail: `mail_id` is the first notice in it, whose outbox row takes
-- all of them; null for a notice that goes alone.
alter table delay_notices
  add column mail_id text references delay_notices,
  -- the entry of knowledge/policy/notices.yaml that fitted, and how the mail speaks by it
  add column segment text,
  add column tone text not null default 'plain' check (tone in ('plain', 'apologetic', 'personal')),
  add column offer_id uuid references offers;
alter table delay_notices drop constraint delay_notices_dropped_because_check;
alter table delay_notices add constraint delay_notices_dropped_because_check
  check (dropped_because in ('shipped', 'cancelled', 'dates_moved', 'address_changed', 'too_late'));
create index delay_notices_by_mail on delay_notices (mail_id) where mail_id is not null;

-- What follows a notice by mail: a reminder before silence cancels, and word of a cancellation by the rule.
create table delay_mails (
  id text primary key,
  kind text not null check (kind in ('reminder', 'cancellation')),
  order_number text not null references orders,
  -- the notice it reminds of, and how many days before its last one; each once
  notice_id text references delay_notices,
  days_before integer check (days_before >= 0),
  recipient text not null,
  facts jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'bounced', 'dropped')),
  made_at timestamptz not null,
  settled_at timestamptz,
  message_id text,
  subject text,
  body text,
  unique (notice_id, days_before),
  check ((kind = 'reminder') = (notice_id is not null and days_before is not null)),
  check ((state = 'waiting') = (settled_at is null)),
  check (state not in ('sent', 'bounced') or (message_id is not null and subject is not null and body is not null))
);
create index delay_mails_by_order on delay_mails (order_number, made_at);

-- A notice that a person is asked about before it goes. Unanswered, it goes by itself at `goes_at`, which is before the
-- last day the law allows; put off by a person, later, but still by then.
create table notice_reviews (
  id uuid primary key default gen_random_uuid(),
  order_number text not null references orders,
  segment text not null,
  asked_at timestamptz not null,
  goes_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'put_off', 'over')),
  put_off_by text,
  check (state <> 'put_off' or put_off_by is not null)
);
create unique index one_notice_review on notice_reviews (order_number) where state in ('asked', 'put_off');
