-- Each time units of a SKU were given to waiting lines: who approved it and by which rules. How many runs a line has
-- seen since it began to wait is how often it was passed over.
create table allocation_runs (
  id bigint generated always as identity primary key,
  sku text not null references skus,
  units integer not null check (units > 0),
  approved_by text not null check (approved_by <> ''),
  rules jsonb not null,
  at timestamptz not null
);
create index allocation_runs_by_sku on allocation_runs (sku, at);
call make_append_only('allocation_runs');

-- What each line got in a run and why: its place, its points. Where the units lie is in allocations.
create table allocation_decisions (
  run_id bigint not null references allocation_runs,
  order_line_id text not null references order_lines,
  units integer not null check (units > 0),
  position integer not null check (position > 0),
  points integer not null,
  reasons text[] not null,
  primary key (run_id, order_line_id)
);
create index allocation_decisions_by_line on allocation_decisions (order_line_id);
call make_append_only('allocation_decisions');
