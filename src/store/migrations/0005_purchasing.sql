create table suppliers (
  id text primary key,
  name text not null,
  email text,
  phone text,
  zone text not null
);

create table purchase_orders (
  number text primary key check (number ~ '^[A-Z0-9][A-Z0-9-]*$'),
  supplier_id text not null references suppliers,
  location_id text not null references locations,
  ordered_on date not null,
  acknowledged_on date,
  state text not null default 'open' check (state in ('open', 'received', 'cancelled')),
  check (acknowledged_on >= ordered_on)
);
create index purchase_orders_by_supplier on purchase_orders (supplier_id, ordered_on);

create table purchase_order_lines (
  id text generated always as (po_number || '-' || line_number) stored primary key,
  po_number text not null references purchase_orders,
  line_number integer not null check (line_number > 0),
  sku text not null references skus,
  quantity integer not null check (quantity > 0),
  cancelled_quantity integer not null default 0,
  unit_cost_cents bigint check (unit_cost_cents >= 0),
  unique (po_number, line_number),
  check (cancelled_quantity between 0 and quantity)
);
create index purchase_order_lines_by_sku on purchase_order_lines (sku);

-- Each date the supplier gave for a line, oldest first: the newest is the promised date.
create table supplier_promises (
  id bigint generated always as identity primary key,
  po_line_id text not null references purchase_order_lines,
  promised_on date not null,
  given_on date not null,
  source text not null
);
create index supplier_promises_by_line on supplier_promises (po_line_id, id);
call make_append_only('supplier_promises');

create table receipts (
  id bigint generated always as identity primary key,
  po_line_id text not null references purchase_order_lines,
  received_on date not null,
  quantity integer not null check (quantity > 0)
);
create index receipts_by_line on receipts (po_line_id);
call make_append_only('receipts');
