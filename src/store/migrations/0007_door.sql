-- Every tool call leaves a row here, allowed or not.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  principal_kind text not null check (principal_kind in ('shopper', 'rep', 'manager', 'system')),
  principal_id text not null,
  conversation_id text,
  tool text not null,
  effect text not null check (effect in ('read', 'record', 'propose', 'commit')),
  input jsonb not null,
  allowed boolean not null,
  outcome text not null
);
create index audit_by_conversation on audit (conversation_id, id);
call make_append_only('audit');

-- What a write already answered under a key, so that a repeated turn repeats nothing.
create table settled_effects (
  key text primary key,
  tool text not null,
  output jsonb not null,
  at timestamptz not null default clock_timestamp()
);

-- Failed and passed identifications, counted per order and source so that a stranger cannot lock the owner out.
create table identification_attempts (
  id bigint generated always as identity primary key,
  order_number text not null,
  -- the address or phone the attempt came from, and the conversation it was made in
  source text not null,
  conversation_id text not null,
  passed boolean not null,
  at timestamptz not null
);
create index identification_attempts_recent on identification_attempts (source, at);
create index identification_attempts_in_conversation on identification_attempts (conversation_id, at);
