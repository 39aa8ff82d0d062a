-- What a supplier's mail says of its purchase order, claim by claim with the words it rests on, and what became of it.
create table supplier_claims (
  id bigint generated always as identity primary key,
  mail_id bigint not null references inbound_mails,
  -- its place in the mail
  place integer not null,
  po_number text not null references purchase_orders,
  -- null where the mail does not say which
  po_line_id text references purchase_order_lines,
  kind text not null check (kind in ('date', 'none', 'quantity', 'split', 'cancelled', 'unclear')),
  day date,
  units integer check (units >= 0),
  -- exact text of the mail
  quote text not null check (quote <> ''),
  -- who read it so
  read_by text not null check (read_by in ('rules', 'model')),
  -- the day on which the supplier wrote it, and what was promised then
  said_on date not null,
  promised_before date,
  may_apply boolean not null,
  -- why it is for a person, in words; empty where it is not
  why text not null,
  state text not null default 'proposed' check (state in ('proposed', 'applied', 'rejected', 'asked', 'undone')),
  decided_by text check (decided_by <> ''),
  decided_at timestamptz,
  -- how it was applied: as it was read, or as somebody corrected it
  applied_line_id text references purchase_order_lines,
  applied_day date,
  -- units of the line that will not come, by this claim
  applied_cancelled integer check (applied_cancelled >= 0),
  unique (mail_id, place),
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state in ('applied', 'undone')) = (applied_line_id is not null)),
  check (may_apply = (why = ''))
);
create index supplier_claims_by_order on supplier_claims (po_number, id);

-- The claim a date rests on; null for dates that came otherwise.
alter table supplier_promises add column claim_id bigint references supplier_claims;
create index supplier_promises_by_claim on supplier_promises (claim_id) where claim_id is not null;
