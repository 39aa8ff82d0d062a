-- A line that is sent with another SKU than was ordered: only by the customer's prior express agreement (16 CFR 435.2).
create table line_swaps (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  order_line_id text not null references order_lines,
  from_sku text not null references skus,
  from_title text not null,
  from_unit_price_cents bigint not null,
  to_sku text not null references skus,
  to_title text not null,
  to_unit_price_cents bigint not null,
  quantity integer not null check (quantity > 0),
  -- what is owed back of the price, by the method it came; the order's payment counts as that much smaller from here on
  refund_cents bigint not null check (refund_cents >= 0),
  currency text not null,
  refund_method text not null,
  refund_send_by date not null,
  agreed_at timestamptz not null,
  -- the conversation in which it was agreed
  agreed_in text not null,
  check (to_unit_price_cents <= from_unit_price_cents)
);
create index line_swaps_by_order on line_swaps (order_number);
call make_append_only('line_swaps');

-- One incentive given to one customer for one order. A voided one no longer counts.
create table offers (
  id uuid primary key default gen_random_uuid(),
  order_number text not null references orders,
  customer_id text not null references customers,
  kind text not null check (kind in ('discount', 'credit', 'points', 'gift', 'free_express', 'upgrade')),
  percent integer check (percent between 1 and 100),
  points integer check (points > 0),
  -- what it is worth to the customer, and what it costs the shop
  face_cents bigint not null check (face_cents > 0),
  cost_cents bigint not null check (cost_cents >= 0),
  currency text not null,
  campaign text not null,
  granted_by text not null,
  authority text not null check (authority in ('bot', 'rep', 'lead', 'manager')),
  -- 'requested' until a storefront confirms it; points are the desk's own and are granted at once
  state text not null check (state in ('requested', 'granted', 'void')),
  why jsonb not null,
  granted_at timestamptz not null,
  expires_on date not null
);
-- no stacking
create unique index one_offer_an_order on offers (order_number) where state <> 'void';
create index offers_by_customer on offers (customer_id, granted_at);

-- What may be spent on offers: a row for each day and each campaign. It cannot be overdrawn.
create table offer_budgets (
  name text primary key,
  limit_cents bigint not null check (limit_cents >= 0),
  spent_cents bigint not null default 0,
  constraint never_overdrawn check (spent_cents between 0 and limit_cents)
);
create table offer_budget_entries (
  id bigint generated always as identity primary key,
  budget text not null references offer_budgets,
  offer_id uuid not null references offers,
  cents bigint not null,
  at timestamptz not null,
  unique (budget, offer_id)
);
call make_append_only('offer_budget_entries');

-- One-time codes. 'created' only on the storefront's receipt.
create table offer_codes (
  code text primary key check (code ~ '^[A-Z0-9-]{8,40}$'),
  offer_id uuid not null unique references offers,
  state text not null default 'requested' check (state in ('requested', 'created', 'refused')),
  requested_at timestamptz not null,
  receipt text,
  check ((state = 'created') = (receipt is not null))
);

-- Loyalty points come and go as entries; the balance is their sum.
create table loyalty_entries (
  id bigint generated always as identity primary key,
  customer_id text not null references customers,
  points integer not null check (points <> 0),
  reason text not null check (reason <> ''),
  offer_id uuid unique references offers,
  at timestamptz not null
);
create index loyalty_entries_by_customer on loyalty_entries (customer_id);
call make_append_only('loyalty_entries');

-- Which rules of knowledge/policy/escalation.yaml fired for a request for a person, and what follows from them.
create table hand_off_rules (
  hand_off_id bigint primary key references hand_offs,
  rules text[] not null check (cardinality(rules) > 0),
  owner text not null check (owner in ('rep', 'lead', 'manager')),
  priority text not null check (priority in ('normal', 'high', 'urgent')),
  due_at timestamptz not null
);
create index hand_off_rules_by_deadline on hand_off_rules (due_at);
