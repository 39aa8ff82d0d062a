-- That a customer asked for their data to be erased, and how far it is. Contact details and the address stay while an
-- order is open or money is owed: the law wants the customer written to until then.
create table erasures (
  id bigint generated always as identity primary key,
  customer_id text not null references customers,
  asked_at timestamptz not null,
  -- the words of their conversations are gone
  talk_erased_at timestamptz,
  -- and so is everything else that names them
  done_at timestamptz,
  check (done_at is null or talk_erased_at is not null)
);
create unique index one_open_erasure on erasures (customer_id) where done_at is null;

-- A contact point that is gone: consents rest on its row, so the row stays without its value.
alter table contact_points add column erased_at timestamptz;
