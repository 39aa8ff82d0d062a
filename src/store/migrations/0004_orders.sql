create table orders (
  number text primary key check (number ~ '^[A-Z0-9][A-Z0-9-]*$'),
  customer_id text not null references customers,
  sales_channel_id text not null references sales_channels,
  placed_at timestamptz not null,
  -- when payment or its authorisation and all information needed were there; the delay rule counts from here
  completed_at timestamptz,
  currency text not null,
  postage_cents bigint not null default 0 check (postage_cents >= 0),
  paid_cents bigint not null check (paid_cents >= 0),
  payment_method text not null,
  ship_to_name text not null,
  ship_to_street text not null,
  ship_to_city text not null,
  ship_to_region text not null default '',
  ship_to_postcode text not null,
  ship_to_country text not null default 'US',
  ship_to_zone text not null,
  shipping_service text not null default 'standard',
  needed_by date,
  -- counts changes, so that a proposal made on older facts is recognised
  version integer not null default 1
);
create index orders_by_customer on orders (customer_id, placed_at desc);

create table order_lines (
  id text generated always as (order_number || '-' || line_number) stored primary key,
  order_number text not null references orders,
  line_number integer not null check (line_number > 0),
  sku text not null references skus,
  title text not null,
  quantity integer not null check (quantity > 0),
  unit_price_cents bigint not null check (unit_price_cents >= 0),
  state text not null default 'placed'
    check (state in ('placed', 'allocated', 'backordered', 'part_shipped', 'shipped', 'delivered', 'cancelled')),
  -- since when the line waits in its SKU's queue; kept after it leaves, for the record
  backordered_at timestamptz,
  unique (order_number, line_number),
  constraint a_backordered_line_has_its_time check (state <> 'backordered' or backordered_at is not null)
);
create index order_lines_waiting on order_lines (sku, backordered_at, id) where state in ('backordered', 'part_shipped');

create table order_line_events (
  id bigint generated always as identity primary key,
  order_line_id text not null references order_lines,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor text not null,
  reason text not null
);
create index order_line_events_by_line on order_line_events (order_line_id, id);
call make_append_only('order_line_events');

-- Which units on hand belong to which line.
create table allocations (
  order_line_id text not null references order_lines,
  sku text not null,
  location_id text not null,
  quantity integer not null check (quantity > 0),
  primary key (order_line_id, location_id),
  foreign key (sku, location_id) references stock
);

-- What the shop said at order time about when a line would ship, and why it could say so.
create table shipping_statements (
  id bigint generated always as identity primary key,
  order_line_id text not null references order_lines,
  ship_by date,
  basis text not null,
  stated_at timestamptz not null
);
create index shipping_statements_by_line on shipping_statements (order_line_id, id);
call make_append_only('shipping_statements');

create table shipments (
  id text primary key,
  order_number text not null references orders,
  location_id text not null references locations,
  carrier text not null,
  tracking_number text not null,
  labelled_at timestamptz not null,
  unique (carrier, tracking_number)
);
create index shipments_by_order on shipments (order_number);

create table shipment_lines (
  shipment_id text not null references shipments,
  order_line_id text not null references order_lines,
  quantity integer not null check (quantity > 0),
  primary key (shipment_id, order_line_id)
);
create index shipment_lines_by_line on shipment_lines (order_line_id);

-- A line counts as shipped from the carrier's first scan, not from the label.
create table carrier_scans (
  id bigint generated always as identity primary key,
  shipment_id text not null references shipments,
  kind text not null check (kind in ('accepted', 'in_transit', 'out_for_delivery', 'delivered', 'exception')),
  at timestamptz not null,
  place text not null default '',
  unique (shipment_id, kind, at)
);
call make_append_only('carrier_scans');

-- Money that goes back to the customer, by the method it came. 'owed' until somebody outside confirms the next step.
create table refunds (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  -- the cancelled lines it pays back
  order_line_ids text[] not null check (cardinality(order_line_ids) > 0),
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null,
  method text not null,
  reason text not null,
  owed_since timestamptz not null,
  send_by date not null,
  state text not null default 'owed' check (state in ('owed', 'requested', 'sent', 'refused')),
  unique (order_number, order_line_ids)
);
create index refunds_by_order on refunds (order_number);
