-- A swap is asked of the shop's own system, like a cancellation: it counts once that is confirmed.
alter table shop_requests drop constraint shop_requests_kind_check;
alter table shop_requests add constraint shop_requests_kind_check
  check (kind in ('cancel_lines', 'refund', 'create_code', 'upgrade_shipping', 'split_shipment', 'hold', 'release',
    'change_address', 'swap_line'));

-- What was asked of the shop, null where the desk's book is the record; and where the units are kept for the line meanwhile.
alter table line_swaps
  add column request_id uuid unique references shop_requests,
  add column location_id text references locations,
  add constraint set_aside_while_asked check (request_id is null or location_id is not null);
create index line_swaps_asked on line_swaps (order_line_id) where request_id is not null;

-- What a cheaper substitute leaves over is a refund of its own: the line it is for may be cancelled, and paid back, later.
alter table refunds add column swap_id bigint unique references line_swaps;
drop index one_refund_for_the_same_lines;
create unique index one_refund_for_the_same_lines on refunds (order_number, order_line_ids)
  where state <> 'refused' and swap_id is null;
insert into refunds (order_number, order_line_ids, amount_cents, currency, method, reason, owed_since, send_by, swap_id)
  select order_number, array[order_line_id], refund_cents, currency, refund_method, 'a cheaper substitute', agreed_at,
    refund_send_by, id
  from line_swaps where refund_cents > 0;
