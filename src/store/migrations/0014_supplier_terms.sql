-- What a supplier agreed to; null where nothing was. The newest agreement counts.
create table supplier_terms (
  supplier_id text not null references suppliers,
  agreed_on date not null,
  lead_days integer check (lead_days > 0),
  -- shares, 0 to 1: least on time, least units filled, most units defective
  on_time_rate double precision check (on_time_rate between 0 and 1),
  fill_rate double precision check (fill_rate between 0 and 1),
  acknowledgement_days integer check (acknowledgement_days >= 0),
  defect_rate double precision check (defect_rate between 0 and 1),
  primary key (supplier_id, agreed_on)
);

-- How a supplier sells a SKU. Without a row: single units, from one on.
create table supplier_items (
  supplier_id text not null references suppliers,
  sku text not null references skus,
  pack_size integer not null default 1 check (pack_size > 0),
  least_order integer not null default 1 check (least_order > 0),
  primary key (supplier_id, sku)
);

-- What a supplier was asked about a purchase order, and when it answered.
create table supplier_questions (
  id bigint generated always as identity primary key,
  po_number text not null references purchase_orders,
  asked_on date not null,
  answered_on date,
  check (answered_on >= asked_on)
);
create index supplier_questions_by_order on supplier_questions (po_number);

-- Units of a purchase order line that turned out defective, when they were found.
create table defects (
  id bigint generated always as identity primary key,
  po_line_id text not null references purchase_order_lines,
  found_on date not null,
  quantity integer not null check (quantity > 0)
);
create index defects_by_line on defects (po_line_id);
call make_append_only('defects');

-- Demand is read by SKU, what is new since a moment by when it happened.
create index order_lines_by_sku on order_lines (sku);
create index order_lines_by_wait on order_lines (backordered_at) where backordered_at is not null;
create index orders_by_placed on orders (placed_at);
create index supplier_promises_by_day on supplier_promises (given_on);
