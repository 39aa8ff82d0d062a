-- What the delay rule needs to know and no other table holds: notices and their delivery, answers, exemptions, how a
-- refund went out. Completion, statements, scans, labels, cancellations and booked refunds are read where they are.
create table delay_records (
  id bigint generated always as identity primary key,
  order_line_id text not null references order_lines,
  kind text not null check (kind in ('credit_application', 'exemption', 'notice_sent', 'notice_delivery', 'answer',
    'seller_stops', 'refund_sent', 'refund_method_impossible')),
  payload jsonb not null,
  -- when it happened, by business time
  at timestamptz not null,
  -- who or what wrote it down
  source text not null check (source <> ''),
  written_at timestamptz not null default clock_timestamp()
);
create index delay_records_by_line on delay_records (order_line_id, id);
-- a job that runs twice gives one notice
create unique index one_notice_a_line on delay_records (order_line_id, (payload ->> 'noticeId')) where kind = 'notice_sent';
call make_append_only('delay_records');
