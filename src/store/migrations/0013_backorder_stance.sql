-- Whether orders are taken for a SKU that is not on the shelf, as a manager laid it down: a history, the newest row of a
-- SKU counts. 'by_policy' gives it back to knowledge/policy/backorders.yaml.
create table backorder_stances (
  id bigint generated always as identity primary key,
  sku text not null references skus,
  stance text not null check (stance in ('accept', 'cap', 'stop', 'by_policy')),
  -- units that may wait in all
  most_waiting integer check (most_waiting > 0),
  reason text not null check (reason <> ''),
  set_by text not null check (set_by <> ''),
  at timestamptz not null,
  constraint a_cap_has_its_number check ((stance = 'cap') = (most_waiting is not null))
);
create index backorder_stances_newest on backorder_stances (sku, id desc);
call make_append_only('backorder_stances');
