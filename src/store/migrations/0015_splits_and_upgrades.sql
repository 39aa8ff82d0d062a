-- A customer agreed that what is ready goes ahead of the rest. What it costs is charged to that method by the shop when
-- the parcel leaves.
create table order_splits (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  cost_cents bigint not null check (cost_cents >= 0),
  currency text not null,
  charged_to text not null,
  -- what was asked of the shop's own system: the split counts once that is confirmed; null where the desk's book is the record
  request_id uuid unique references shop_requests,
  agreed_at timestamptz not null,
  -- the conversation in which it was agreed
  agreed_in text not null
);
create index order_splits_by_order on order_splits (order_number);
call make_append_only('order_splits');

-- The units of a line that a split sends ahead. `ahead_units`: how many of the line may have left once it is carried
-- out, parcels and splits before it counted in; so no unit is sent ahead twice.
create table order_split_lines (
  split_id bigint not null references order_splits,
  order_line_id text not null references order_lines,
  sku text not null references skus,
  units integer not null check (units > 0),
  ahead_units integer not null check (ahead_units >= units),
  primary key (split_id, order_line_id)
);
create index order_split_lines_by_line on order_split_lines (order_line_id);
call make_append_only('order_split_lines');

-- A customer agreed that what has not left goes by a faster service; orders.shipping_service says which applies now.
create table shipping_upgrades (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  from_service text not null,
  to_service text not null check (to_service <> from_service),
  cost_cents bigint not null check (cost_cents >= 0),
  currency text not null,
  charged_to text not null,
  -- what made it free; null where it was charged, or the postage paid covered it
  free_because text check (free_because in ('tier', 'offer')),
  request_id uuid unique references shop_requests,
  agreed_at timestamptz not null,
  agreed_in text not null,
  check (free_because is null or cost_cents = 0)
);
create index shipping_upgrades_by_order on shipping_upgrades (order_number);
call make_append_only('shipping_upgrades');
