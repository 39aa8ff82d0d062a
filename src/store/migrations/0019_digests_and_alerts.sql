-- A digest is sent once a local date and channel, whatever runs: the row is what decides, and it keeps what was told, so
-- that the next one tells what changed.
create table digests (
  id bigint generated always as identity primary key,
  channel text not null,
  -- the local date in the channel's own zone
  on_date date not null,
  zone text not null,
  compiled_at timestamptz not null,
  -- each item by its key, with what of it would be news
  told jsonb not null,
  unique (channel, on_date)
);
call make_append_only('digests');

-- An item of the digest that somebody put aside until a day, with a reason. The newest row of an item counts.
create table snoozes (
  id bigint generated always as identity primary key,
  item text not null check (item <> ''),
  reason text not null check (reason <> ''),
  until_on date not null,
  snoozed_by text not null check (snoozed_by <> ''),
  at timestamptz not null
);
create index snoozes_by_item on snoozes (item, id);
call make_append_only('snoozes');

-- Who wants to hear of a SKU that runs low, from how many days of cover on. One a SKU: the newest threshold counts.
create table stock_alerts (
  sku text primary key references skus,
  below_days integer not null check (below_days between 1 and 365),
  set_by text not null check (set_by <> ''),
  set_at timestamptz not null,
  -- it was told that the cover is below; it is told again only after it has recovered
  is_low boolean not null default false
);

-- Slips that the alerts channel was told of, each once: a line's promised dates as they were and are.
create table slips_told (
  po_line_id text not null references purchase_order_lines,
  dates text not null,
  told_at timestamptz not null,
  primary key (po_line_id, dates)
);
call make_append_only('slips_told');
