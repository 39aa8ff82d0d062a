create table products (
  id text primary key,
  title text not null check (title <> ''),
  brand text not null,
  category text not null,
  description text not null default ''
);

-- A SKU is what is ordered, stocked and bought: one variant of a product.
create table skus (
  sku text primary key,
  product_id text not null references products,
  title text not null check (title <> ''),
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  price_cents bigint not null check (price_cents >= 0),
  unit_cost_cents bigint check (unit_cost_cents >= 0),
  currency text not null default 'USD',
  -- where its picture is: a path on the desk or an address of the shop's own
  picture text,
  active boolean not null default true
);
create index skus_by_product on skus (product_id);

create table locations (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('warehouse', 'store', 'drop_ship')),
  zone text not null,
  postcode text
);

create table sales_channels (
  id text primary key,
  name text not null
);

-- On hand: units physically there. Allocated: the part of them already given to order lines.
create table stock (
  sku text not null references skus,
  location_id text not null references locations,
  on_hand integer not null check (on_hand >= 0),
  allocated integer not null default 0,
  primary key (sku, location_id),
  constraint never_more_allocated_than_there_is check (allocated between 0 and on_hand)
);

-- Units kept back from every other sales channel.
create table stock_buffers (
  sku text not null,
  location_id text not null,
  sales_channel_id text not null references sales_channels,
  units integer not null check (units >= 0),
  primary key (sku, location_id, sales_channel_id),
  foreign key (sku, location_id) references stock
);
