-- When all open orders were last looked through for what their suppliers are to be asked: one row.
create table supplier_looks (
  id boolean primary key default true check (id),
  looked_at timestamptz not null
);

-- A person is to call a supplier: our questions got no answer, or our mail did not get through.
create table supplier_calls (
  id bigint generated always as identity primary key,
  supplier_id text not null references suppliers,
  po_number text not null references purchase_orders,
  because text not null check (because in ('silence', 'bounced')),
  -- who is to see to it, until somebody takes it
  owner text not null check (owner in ('rep', 'lead', 'manager')),
  taken_by text,
  made_at timestamptz not null,
  due_at timestamptz not null check (due_at > made_at),
  state text not null default 'open' check (state in ('open', 'done')),
  closed_by text,
  closed_at timestamptz,
  outcome text,
  check ((state = 'done') = (closed_by is not null and closed_at is not null and outcome <> '' and outcome is not null))
);
create unique index one_open_call on supplier_calls (po_number) where state = 'open';

-- placed: written, and its mail is not out yet. It counts as supply from the moment the supplier has it.
alter table purchase_orders drop constraint purchase_orders_state_check;
alter table purchase_orders add constraint purchase_orders_state_check
  check (state in ('placed', 'open', 'received', 'cancelled'));

-- What somebody wants ordered of a SKU, from the asking to the purchase order it became.
create table reorders (
  id bigint generated always as identity primary key,
  sku text not null references skus,
  supplier_id text not null references suppliers,
  location_id text not null references locations,
  quantity integer not null check (quantity > 0),
  unit_cost_cents bigint not null check (unit_cost_cents >= 0),
  currency text not null,
  -- the proposal as it was shown to whoever asked
  shown jsonb not null,
  -- the least rank that may order so much; null where whoever asked may
  authority text check (authority in ('rep', 'lead', 'manager')),
  requested_by text not null check (requested_by <> ''),
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('waiting', 'ordered', 'declined', 'expired')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  po_number text unique references purchase_orders,
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'ordered') = (po_number is not null)),
  check ((state in ('ordered', 'declined')) = (decided_by is not null)),
  check (state <> 'declined' or (reason is not null and reason <> '')),
  -- nobody answers their own request
  check (authority is null or decided_by <> requested_by),
  check (authority is not null or state = 'ordered')
);
create unique index one_waiting_reorder on reorders (sku) where state = 'waiting';
