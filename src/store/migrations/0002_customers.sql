create table customers (
  id text primary key,
  name text not null check (name <> ''),
  tier text not null default 'standard' check (tier in ('standard', 'plus', 'vip')),
  lifetime_value_cents bigint not null default 0 check (lifetime_value_cents >= 0),
  is_business boolean not null default false,
  locale text not null default 'en-US',
  since date not null default current_date
);

-- How a customer can be reached. Values are normalised: e-mail in lower case, phone in E.164.
create table contact_points (
  id bigint generated always as identity primary key,
  customer_id text not null references customers,
  kind text not null check (kind in ('email', 'phone')),
  value text not null check (value = lower(value) and value !~ '\s'),
  added_at timestamptz not null default now(),
  unique (customer_id, kind, value)
);
create index contact_points_by_value on contact_points (kind, value);

-- Who allowed what on which channel, as a history: the newest row per contact point and purpose counts.
create table consents (
  id bigint generated always as identity primary key,
  contact_point_id bigint not null references contact_points,
  purpose text not null check (purpose in ('service', 'marketing')),
  granted boolean not null,
  source text not null,
  at timestamptz not null default now()
);
create index consents_newest on consents (contact_point_id, purpose, id desc);
call make_append_only('consents');
