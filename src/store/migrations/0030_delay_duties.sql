-- The supplier's word that a notice goes back to; null where a day drew near or a person sent it.
alter table delay_notices add column cause bigint references supplier_promises;
create index delay_notices_by_cause on delay_notices (cause) where cause is not null;

-- When all orders that wait were last looked through for notices that are owed: one row.
create table delay_looks (
  id boolean primary key default true check (id),
  looked_at timestamptz not null
);
