-- An order that somebody of the team put before another: with the rules that fired, whose it is and by when it is looked at.
create table order_escalations (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  reason text not null check (reason <> ''),
  asked_by text not null,
  asked_at timestamptz not null,
  rules text[] not null check (cardinality(rules) > 0),
  owner text not null check (owner in ('rep', 'lead', 'manager')),
  -- the member of staff it was given to by name; null: whoever of the owner's rank takes it
  assigned_to text,
  priority text not null check (priority in ('normal', 'high', 'urgent')),
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_at timestamptz,
  closed_by text,
  outcome text,
  check ((state = 'closed') = (closed_at is not null and closed_by is not null and outcome is not null))
);
create unique index one_open_escalation on order_escalations (order_number) where state = 'open';
create index order_escalations_open_by_deadline on order_escalations (due_at) where state = 'open';
