-- Leads act under their own name.
alter table audit drop constraint audit_principal_kind_check;
alter table audit add constraint audit_principal_kind_check
  check (principal_kind in ('shopper', 'rep', 'lead', 'manager', 'system'));

-- Puts a job into a queue of pg-boss (schema pgboss) in the caller's own transaction, so that it is there exactly when the
-- change is that wants it. The columns are those of pg-boss 10's own insert. A job whose key waits already is not put in
-- again; a job with slot_seconds is put in once in each such stretch of time. Null when it was not put in.
create function enqueue_job(queue_name text, job_data jsonb, job_key text default null, after_seconds float8 default 0,
  slot_seconds integer default null) returns uuid language plpgsql as $$
declare
  job_id uuid;
begin
  if not exists (select from pgboss.queue where name = queue_name) then
    raise exception 'there is no queue %', queue_name using errcode = 'undefined_object';
  end if;
  insert into pgboss.job (name, data, start_after, singleton_key, singleton_on, dead_letter, expire_in, keep_until,
    retry_limit, retry_delay, retry_backoff, policy)
  select q.name, job_data, now() + make_interval(secs => after_seconds),
    case when slot_seconds is null then coalesce(job_key, gen_random_uuid()::text) else job_key end,
    case when slot_seconds is not null
      then 'epoch'::timestamp + '1 second'::interval * (slot_seconds * floor(date_part('epoch', now()) / slot_seconds)) end,
    q.dead_letter, q.expire_seconds * interval '1 second',
    now() + make_interval(secs => after_seconds) + q.retention_minutes * interval '1 minute',
    q.retry_limit, q.retry_delay, q.retry_backoff, q.policy
  from pgboss.queue q where q.name = queue_name
  on conflict do nothing returning id into job_id;
  return job_id;
end
$$;

-- What came in from Slack, stored with its job before it is acknowledged. One row per thing somebody did, however often
-- Slack sends it.
create table slack_arrivals (
  id bigint generated always as identity primary key,
  -- an event's id; for the rest a hash of what Slack gives each of them only once
  external_id text not null unique,
  kind text not null check (kind in ('command', 'action', 'view', 'shortcut', 'event')),
  payload jsonb not null,
  received_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  -- what the person was told when it failed; the log has it too
  error_id text,
  done_at timestamptz,
  check ((state = 'waiting') = (done_at is null))
);

-- Messages in Slack that are changed or answered under later, by a name of ours.
create table slack_messages (
  name text primary key,
  channel text not null,
  ts text not null,
  sent_at timestamptz not null default clock_timestamp()
);

-- What must go out in order: within a lane a row waits until those before it are settled.
alter table outbox add column lane text;
create index outbox_lanes on outbox (channel, lane, id) where lane is not null and state in ('waiting', 'sending', 'unknown');
