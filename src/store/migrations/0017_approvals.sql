-- What somebody of the team may not do alone and asked others to allow. What they were shown when they asked stands with it.
create table approvals (
  id uuid primary key default gen_random_uuid(),
  tool text not null,
  input jsonb not null,
  shown jsonb not null,
  order_number text not null references orders,
  -- the least rank that may decide
  authority text not null check (authority in ('rep', 'lead', 'manager')),
  requested_by text not null check (requested_by <> ''),
  requested_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > requested_at),
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'changed', 'declined', 'expired')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  -- what was allowed instead of what was asked
  changed_to jsonb,
  offer_id uuid unique references offers,
  check (decided_by <> requested_by),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state in ('approved', 'changed', 'declined')) = (decided_by is not null and reason is not null and reason <> '')),
  check ((state = 'changed') = (changed_to is not null)),
  check ((state in ('approved', 'changed')) = (offer_id is not null))
);
create unique index one_waiting_approval on approvals (tool, order_number) where state = 'waiting';
create index approvals_waiting_by_end on approvals (expires_at) where state = 'waiting';
