-- The ground the other migrations stand on: business time, append-only tables, secrets shared by replicas.

-- Business time is the database's clock plus an offset. The offset is zero outside the demo and tests.
create table business_clock (
  only_row boolean primary key default true check (only_row),
  time_offset interval not null default interval '0'
);
insert into business_clock default values;

create function business_now() returns timestamptz language sql stable as $$
  select now() + (select time_offset from business_clock)
$$;

-- Attached to every table whose rows are evidence.
create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is not allowed', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create procedure make_append_only(target regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function forbid_change()', target);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function forbid_change()', target);
end
$$;

-- Keys that every replica must share and that nobody had to configure.
create table server_secrets (
  name text primary key,
  value text not null,
  made_at timestamptz not null default now()
);
