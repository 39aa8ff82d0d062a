-- What the desk asked of the shop's own system, and what came back. Nothing counts as done before its receipt.
create table shop_requests (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('cancel_lines', 'refund', 'create_code', 'upgrade_shipping', 'split_shipment',
    'hold', 'release', 'change_address')),
  order_number text not null references orders,
  -- what exactly is asked, as it goes over the wire
  about jsonb not null,
  -- the shop does one thing under one key, however often it is asked
  key text not null unique check (key <> ''),
  state text not null default 'requested' check (state in ('requested', 'confirmed', 'refused')),
  -- the shop's own number for what it did
  receipt text check (receipt <> ''),
  refusal text check (refusal <> ''),
  -- who hears of the answer; null when nobody waits for it in a conversation
  conversation_id text references conversations,
  -- both by business time
  requested_at timestamptz not null,
  settled_at timestamptz,
  constraint confirmed_by_its_receipt check ((state = 'confirmed') = (receipt is not null)),
  constraint refused_with_a_reason check ((state = 'refused') = (refusal is not null)),
  constraint open_until_settled check ((state = 'requested') = (settled_at is null))
);
create index shop_requests_open on shop_requests (requested_at) where state = 'requested';
create index shop_requests_by_order on shop_requests (order_number, requested_at);
-- two of a kind under way at once could reach the shop in the wrong order
create unique index one_open_request_of_a_kind
  on shop_requests (order_number, (case kind when 'release' then 'hold' else kind end))
  where state = 'requested' and kind in ('upgrade_shipping', 'split_shipment', 'hold', 'release', 'change_address');

-- 'cancelling': the shop was asked to cancel it and has not answered yet.
alter table order_lines drop constraint order_lines_state_check;
alter table order_lines add constraint order_lines_state_check
  check (state in ('placed', 'allocated', 'backordered', 'part_shipped', 'shipped', 'delivered', 'cancelling', 'cancelled'));

-- Held back at the shop, by whom and why, until it is released.
alter table orders add column held_at timestamptz, add column held_because text,
  add constraint held_for_a_reason check ((held_at is null) = (held_because is null));

-- A refund is sent when its receipt is there; one that was refused may be owed anew.
alter table refunds add column receipt text check (receipt <> ''), add column sent_at timestamptz;
update refunds set receipt = 'before receipts were kept', sent_at = owed_since where state = 'sent';
alter table refunds add constraint sent_with_its_receipt
  check ((state = 'sent') = (receipt is not null) and (state = 'sent') = (sent_at is not null));
alter table refunds drop constraint refunds_order_number_order_line_ids_key;
create unique index one_refund_for_the_same_lines on refunds (order_number, order_line_ids) where state <> 'refused';

-- An offer the shop refused gives its cost back to the budget, once.
alter table offer_budget_entries drop constraint offer_budget_entries_budget_offer_id_key;
create unique index offer_budget_entries_spent_once on offer_budget_entries (budget, offer_id) where cents >= 0;
create unique index offer_budget_entries_returned_once on offer_budget_entries (budget, offer_id) where cents < 0;
