-- What was said, and when, is read beside dates of the business: by "within the hour", by the digest's counts, by people.
-- Like now() and clock_timestamp(): business_now() is the transaction's moment, this one the statement's.
create function business_clock_timestamp() returns timestamptz language sql volatile as $$
  select clock_timestamp() + (select time_offset from business_clock)
$$;
alter table messages alter column at set default business_clock_timestamp();
alter table hand_off_entries alter column made_at set default business_clock_timestamp();
