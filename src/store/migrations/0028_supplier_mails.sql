-- Whom to write to at a supplier, and when somebody is there to read it.
alter table suppliers add column contact_name text;
-- weekdays, 0 = Sunday
alter table suppliers add column workdays integer[] not null default '{1,2,3,4,5}'
  check (cardinality(workdays) > 0 and workdays <@ '{0,1,2,3,4,5,6}'::integer[]);
alter table suppliers add column holidays text not null default 'none' check (holidays in ('none', 'us_federal'));
-- Single days on which a supplier is shut, such as a summer break.
create table supplier_days_off (
  supplier_id text not null references suppliers,
  day date not null,
  primary key (supplier_id, day)
);

-- A mail to a supplier, from its draft to its going out and the answer to it. The words are kept as they went.
create table supplier_mails (
  id text primary key,
  supplier_id text not null references suppliers,
  -- null for what is about no single order
  po_number text references purchase_orders,
  kind text not null check (kind in ('purchase_order', 'acknowledgement', 'date_check', 'overdue', 'claim_question', 'forecast')),
  recipient text not null,
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  html text not null,
  -- a file that goes with it: {"filename", "contentType", "content"}
  attachment jsonb,
  -- draft: a person is to say whether it goes. waiting: it is on its way out
  state text not null check (state in ('draft', 'waiting', 'sent', 'bounced', 'dropped', 'skipped')),
  -- why a person is to look at a draft, in words
  why text,
  made_by text not null check (made_by <> ''),
  made_at timestamptz not null,
  decided_by text,
  -- why it was skipped, or not sent after all
  reason text,
  message_id text unique,
  settled_at timestamptz,
  answered_at timestamptz,
  check ((state in ('draft', 'waiting')) = (settled_at is null)),
  check ((state in ('sent', 'bounced')) = (message_id is not null)),
  check ((state in ('skipped', 'dropped')) = (reason is not null)),
  check (state <> 'skipped' or decided_by is not null),
  check (answered_at is null or state = 'sent')
);
create index supplier_mails_by_order on supplier_mails (po_number, made_at);
create unique index one_supplier_draft on supplier_mails (po_number) where state = 'draft';

-- What a mail is about, such as "date 2026-12-14 -3" of an order: nobody is asked the same thing twice.
create table supplier_mail_occasions (
  about text not null,
  occasion text not null,
  mail_id text not null references supplier_mails,
  primary key (about, occasion)
);
