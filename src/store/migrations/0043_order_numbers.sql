-- Shops number their orders in many ways ("R/2026/114"), and people leave out the marks between or type others.
alter table orders drop constraint orders_number_check;
alter table orders add constraint orders_number_check check (number ~ '^[A-Z0-9]([A-Z0-9 ./_#-]*[A-Z0-9])?$');
create index orders_by_bare_number on orders (regexp_replace(number, '[^A-Z0-9]', '', 'g'));
