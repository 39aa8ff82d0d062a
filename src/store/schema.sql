-- What the migrations add up to, for readers. Made by: npm run -s desk -- schema

CREATE OR REPLACE FUNCTION public.business_clock_timestamp()
 RETURNS timestamp with time zone
 LANGUAGE sql
AS $function$
  select clock_timestamp() + (select time_offset from business_clock)
$function$;

CREATE OR REPLACE FUNCTION public.business_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select now() + (select time_offset from business_clock)
$function$;

CREATE OR REPLACE FUNCTION public.enqueue_job(queue_name text, job_data jsonb, job_key text DEFAULT NULL::text, after_seconds double precision DEFAULT 0, slot_seconds integer DEFAULT NULL::integer)
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is not allowed', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE PROCEDURE public.make_append_only(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function forbid_change()', target);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function forbid_change()', target);
end
$procedure$;

create table allocation_decisions (
  run_id bigint not null,
  order_line_id text not null,
  units integer not null,
  "position" integer not null,
  points integer not null,
  reasons text[] not null,
  constraint allocation_decisions_pkey PRIMARY KEY (run_id, order_line_id),
  constraint allocation_decisions_position_check CHECK (("position" > 0)),
  constraint allocation_decisions_units_check CHECK ((units > 0)),
  constraint allocation_decisions_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id),
  constraint allocation_decisions_run_id_fkey FOREIGN KEY (run_id) REFERENCES allocation_runs(id)
);
CREATE INDEX allocation_decisions_by_line ON public.allocation_decisions USING btree (order_line_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.allocation_decisions FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.allocation_decisions FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table allocation_runs (
  id bigint generated always as identity not null,
  sku text not null,
  units integer not null,
  approved_by text not null,
  rules jsonb not null,
  at timestamp with time zone not null,
  constraint allocation_runs_approved_by_check CHECK ((approved_by <> ''::text)),
  constraint allocation_runs_pkey PRIMARY KEY (id),
  constraint allocation_runs_units_check CHECK ((units > 0)),
  constraint allocation_runs_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);
CREATE INDEX allocation_runs_by_sku ON public.allocation_runs USING btree (sku, at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.allocation_runs FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.allocation_runs FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table allocations (
  order_line_id text not null,
  sku text not null,
  location_id text not null,
  quantity integer not null,
  constraint allocations_pkey PRIMARY KEY (order_line_id, location_id),
  constraint allocations_quantity_check CHECK ((quantity > 0)),
  constraint allocations_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id),
  constraint allocations_sku_location_id_fkey FOREIGN KEY (sku, location_id) REFERENCES stock(sku, location_id)
);

create table approvals (
  id uuid default gen_random_uuid() not null,
  tool text not null,
  input jsonb not null,
  shown jsonb not null,
  order_number text not null,
  authority text not null,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  changed_to jsonb,
  offer_id uuid,
  constraint approvals_authority_check CHECK ((authority = ANY (ARRAY['rep'::text, 'lead'::text, 'manager'::text]))),
  constraint approvals_check CHECK ((expires_at > requested_at)),
  constraint approvals_check1 CHECK ((decided_by <> requested_by)),
  constraint approvals_check2 CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
  constraint approvals_check3 CHECK (((state = ANY (ARRAY['approved'::text, 'changed'::text, 'declined'::text])) = ((decided_by IS NOT NULL) AND (reason IS NOT NULL) AND (reason <> ''::text)))),
  constraint approvals_check4 CHECK (((state = 'changed'::text) = (changed_to IS NOT NULL))),
  constraint approvals_check5 CHECK (((state = ANY (ARRAY['approved'::text, 'changed'::text])) = (offer_id IS NOT NULL))),
  constraint approvals_offer_id_key UNIQUE (offer_id),
  constraint approvals_pkey PRIMARY KEY (id),
  constraint approvals_requested_by_check CHECK ((requested_by <> ''::text)),
  constraint approvals_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'changed'::text, 'declined'::text, 'expired'::text]))),
  constraint approvals_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id),
  constraint approvals_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX approvals_waiting_by_end ON public.approvals USING btree (expires_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX one_waiting_approval ON public.approvals USING btree (tool, order_number) WHERE (state = 'waiting'::text);

create table audit (
  id bigint generated always as identity not null,
  at timestamp with time zone default clock_timestamp() not null,
  principal_kind text not null,
  principal_id text not null,
  conversation_id text,
  tool text not null,
  effect text not null,
  input jsonb not null,
  allowed boolean not null,
  outcome text not null,
  constraint audit_effect_check CHECK ((effect = ANY (ARRAY['read'::text, 'record'::text, 'propose'::text, 'commit'::text]))),
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_principal_kind_check CHECK ((principal_kind = ANY (ARRAY['shopper'::text, 'rep'::text, 'lead'::text, 'manager'::text, 'system'::text])))
);
CREATE INDEX audit_by_conversation ON public.audit USING btree (conversation_id, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table backorder_stances (
  id bigint generated always as identity not null,
  sku text not null,
  stance text not null,
  most_waiting integer,
  reason text not null,
  set_by text not null,
  at timestamp with time zone not null,
  constraint a_cap_has_its_number CHECK (((stance = 'cap'::text) = (most_waiting IS NOT NULL))),
  constraint backorder_stances_most_waiting_check CHECK ((most_waiting > 0)),
  constraint backorder_stances_pkey PRIMARY KEY (id),
  constraint backorder_stances_reason_check CHECK ((reason <> ''::text)),
  constraint backorder_stances_set_by_check CHECK ((set_by <> ''::text)),
  constraint backorder_stances_stance_check CHECK ((stance = ANY (ARRAY['accept'::text, 'cap'::text, 'stop'::text, 'by_policy'::text]))),
  constraint backorder_stances_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);
CREATE INDEX backorder_stances_newest ON public.backorder_stances USING btree (sku, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.backorder_stances FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.backorder_stances FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table business_clock (
  only_row boolean default true not null,
  time_offset interval default '00:00:00'::interval not null,
  constraint business_clock_only_row_check CHECK (only_row),
  constraint business_clock_pkey PRIMARY KEY (only_row)
);

create table carrier_scans (
  id bigint generated always as identity not null,
  shipment_id text not null,
  kind text not null,
  at timestamp with time zone not null,
  place text default ''::text not null,
  constraint carrier_scans_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'in_transit'::text, 'out_for_delivery'::text, 'delivered'::text, 'exception'::text]))),
  constraint carrier_scans_pkey PRIMARY KEY (id),
  constraint carrier_scans_shipment_id_kind_at_key UNIQUE (shipment_id, kind, at),
  constraint carrier_scans_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.carrier_scans FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.carrier_scans FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table consents (
  id bigint generated always as identity not null,
  contact_point_id bigint not null,
  purpose text not null,
  granted boolean not null,
  source text not null,
  at timestamp with time zone default now() not null,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_purpose_check CHECK ((purpose = ANY (ARRAY['service'::text, 'marketing'::text]))),
  constraint consents_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES contact_points(id)
);
CREATE INDEX consents_newest ON public.consents USING btree (contact_point_id, purpose, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consents FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.consents FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table contact_points (
  id bigint generated always as identity not null,
  customer_id text not null,
  kind text not null,
  value text not null,
  added_at timestamp with time zone default now() not null,
  erased_at timestamp with time zone,
  constraint contact_points_customer_id_kind_value_key UNIQUE (customer_id, kind, value),
  constraint contact_points_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text]))),
  constraint contact_points_pkey PRIMARY KEY (id),
  constraint contact_points_value_check CHECK (((value = lower(value)) AND (value !~ '\s'::text))),
  constraint contact_points_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id)
);
CREATE INDEX contact_points_by_value ON public.contact_points USING btree (kind, value);

create table conversation_ratings (
  conversation_id text not null,
  helped boolean not null,
  at timestamp with time zone not null,
  constraint conversation_ratings_pkey PRIMARY KEY (conversation_id),
  constraint conversation_ratings_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);

create table conversations (
  id text not null,
  channel text not null,
  external_id text not null,
  reference jsonb default '{}'::jsonb not null,
  identity jsonb,
  dialogue jsonb default '{}'::jsonb not null,
  mode text default 'assistant'::text not null,
  last_seq integer default 0 not null,
  opened_at timestamp with time zone default now() not null,
  lease_owner text,
  lease_until timestamp with time zone,
  fence bigint default 0 not null,
  summary jsonb,
  constraint conversations_channel_external_id_key UNIQUE (channel, external_id),
  constraint conversations_mode_check CHECK ((mode = ANY (ARRAY['assistant'::text, 'person'::text, 'closed'::text]))),
  constraint conversations_pkey PRIMARY KEY (id)
);

create table customer_message_ways (
  message_id text not null,
  channel text not null,
  state text not null,
  because text,
  chat_message_id bigint,
  recipient text,
  mail_id text,
  subject text,
  body text,
  at timestamp with time zone not null,
  constraint customer_message_ways_channel_check CHECK ((channel = ANY (ARRAY['chat'::text, 'sms'::text, 'email'::text]))),
  constraint customer_message_ways_check CHECK (((state <> ALL (ARRAY['waiting'::text, 'dropped'::text, 'not_taken'::text])) OR (because IS NOT NULL))),
  constraint customer_message_ways_check1 CHECK (((channel = 'email'::text) OR (mail_id IS NULL))),
  constraint customer_message_ways_check2 CHECK (((channel <> 'email'::text) OR (state <> ALL (ARRAY['sent'::text, 'bounced'::text])) OR ((mail_id IS NOT NULL) AND (subject IS NOT NULL) AND (body IS NOT NULL)))),
  constraint customer_message_ways_pkey PRIMARY KEY (message_id, channel),
  constraint customer_message_ways_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'bounced'::text, 'dropped'::text, 'not_taken'::text]))),
  constraint customer_message_ways_chat_message_id_fkey FOREIGN KEY (chat_message_id) REFERENCES messages(id),
  constraint customer_message_ways_message_id_fkey FOREIGN KEY (message_id) REFERENCES customer_messages(id)
);
CREATE UNIQUE INDEX customer_message_ways_by_chat ON public.customer_message_ways USING btree (chat_message_id) WHERE (chat_message_id IS NOT NULL);
CREATE INDEX customer_message_ways_waiting ON public.customer_message_ways USING btree (channel, at) WHERE (state = 'waiting'::text);

create table customer_messages (
  id text not null,
  fact_key text not null,
  kind text not null,
  customer_id text not null,
  order_number text,
  facts jsonb not null,
  cause text,
  state text default 'waiting'::text not null,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  dropped_because text,
  constraint customer_messages_check CHECK (((state = 'waiting'::text) = (settled_at IS NULL))),
  constraint customer_messages_check1 CHECK (((state = 'dropped'::text) = (dropped_because IS NOT NULL))),
  constraint customer_messages_dropped_because_check CHECK ((dropped_because <> ''::text)),
  constraint customer_messages_fact_key_key UNIQUE (fact_key),
  constraint customer_messages_pkey PRIMARY KEY (id),
  constraint customer_messages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'told'::text, 'dropped'::text]))),
  constraint customer_messages_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint customer_messages_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX customer_messages_by_cause ON public.customer_messages USING btree (cause) WHERE (cause IS NOT NULL);
CREATE INDEX customer_messages_by_customer ON public.customer_messages USING btree (customer_id, made_at);
CREATE INDEX customer_messages_by_order ON public.customer_messages USING btree (order_number, made_at);

create table customers (
  id text not null,
  name text not null,
  tier text default 'standard'::text not null,
  lifetime_value_cents bigint default 0 not null,
  is_business boolean default false not null,
  locale text default 'en-US'::text not null,
  since date default CURRENT_DATE not null,
  constraint customers_lifetime_value_cents_check CHECK ((lifetime_value_cents >= 0)),
  constraint customers_name_check CHECK ((name <> ''::text)),
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_tier_check CHECK ((tier = ANY (ARRAY['standard'::text, 'plus'::text, 'vip'::text])))
);

create table defects (
  id bigint generated always as identity not null,
  po_line_id text not null,
  found_on date not null,
  quantity integer not null,
  constraint defects_pkey PRIMARY KEY (id),
  constraint defects_quantity_check CHECK ((quantity > 0)),
  constraint defects_po_line_id_fkey FOREIGN KEY (po_line_id) REFERENCES purchase_order_lines(id)
);
CREATE INDEX defects_by_line ON public.defects USING btree (po_line_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.defects FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.defects FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table delay_looks (
  id boolean default true not null,
  looked_at timestamp with time zone not null,
  constraint delay_looks_id_check CHECK (id),
  constraint delay_looks_pkey PRIMARY KEY (id)
);

create table delay_mails (
  id text not null,
  kind text not null,
  order_number text not null,
  notice_id text,
  days_before integer,
  recipient text not null,
  facts jsonb not null,
  state text default 'waiting'::text not null,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  message_id text,
  subject text,
  body text,
  constraint delay_mails_check CHECK (((kind = 'reminder'::text) = ((notice_id IS NOT NULL) AND (days_before IS NOT NULL)))),
  constraint delay_mails_check1 CHECK (((state = 'waiting'::text) = (settled_at IS NULL))),
  constraint delay_mails_check2 CHECK (((state <> ALL (ARRAY['sent'::text, 'bounced'::text])) OR ((message_id IS NOT NULL) AND (subject IS NOT NULL) AND (body IS NOT NULL)))),
  constraint delay_mails_days_before_check CHECK ((days_before >= 0)),
  constraint delay_mails_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'cancellation'::text]))),
  constraint delay_mails_notice_id_days_before_key UNIQUE (notice_id, days_before),
  constraint delay_mails_pkey PRIMARY KEY (id),
  constraint delay_mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'bounced'::text, 'dropped'::text]))),
  constraint delay_mails_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES delay_notices(id),
  constraint delay_mails_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX delay_mails_by_order ON public.delay_mails USING btree (order_number, made_at);

create table delay_notices (
  id text not null,
  order_number text not null,
  recipient text not null,
  facts jsonb not null,
  state text default 'waiting'::text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  dropped_because text,
  message_id text,
  subject text,
  body text,
  answer text,
  answered_at timestamp with time zone,
  cause bigint,
  mail_id text,
  segment text,
  tone text default 'plain'::text not null,
  offer_id uuid,
  constraint delay_notices_answer_check CHECK ((answer = ANY (ARRAY['keep'::text, 'cancel'::text]))),
  constraint delay_notices_check CHECK (((state = 'waiting'::text) = (settled_at IS NULL))),
  constraint delay_notices_check1 CHECK (((state = 'dropped'::text) = (dropped_because IS NOT NULL))),
  constraint delay_notices_check2 CHECK (((state <> ALL (ARRAY['sent'::text, 'bounced'::text])) OR ((message_id IS NOT NULL) AND (subject IS NOT NULL) AND (body IS NOT NULL)))),
  constraint delay_notices_check3 CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint delay_notices_dropped_because_check CHECK ((dropped_because = ANY (ARRAY['shipped'::text, 'cancelled'::text, 'dates_moved'::text, 'address_changed'::text, 'too_late'::text]))),
  constraint delay_notices_pkey PRIMARY KEY (id),
  constraint delay_notices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'bounced'::text, 'dropped'::text]))),
  constraint delay_notices_tone_check CHECK ((tone = ANY (ARRAY['plain'::text, 'apologetic'::text, 'personal'::text]))),
  constraint delay_notices_cause_fkey FOREIGN KEY (cause) REFERENCES supplier_promises(id),
  constraint delay_notices_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES delay_notices(id),
  constraint delay_notices_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id),
  constraint delay_notices_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX delay_notices_by_cause ON public.delay_notices USING btree (cause) WHERE (cause IS NOT NULL);
CREATE INDEX delay_notices_by_mail ON public.delay_notices USING btree (mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX delay_notices_by_message ON public.delay_notices USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX delay_notices_by_order ON public.delay_notices USING btree (order_number, made_at);
CREATE UNIQUE INDEX one_notice_under_way ON public.delay_notices USING btree (order_number) WHERE (state = 'waiting'::text);

create table delay_records (
  id bigint generated always as identity not null,
  order_line_id text not null,
  kind text not null,
  payload jsonb not null,
  at timestamp with time zone not null,
  source text not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  constraint delay_records_kind_check CHECK ((kind = ANY (ARRAY['credit_application'::text, 'exemption'::text, 'notice_sent'::text, 'notice_delivery'::text, 'answer'::text, 'seller_stops'::text, 'refund_sent'::text, 'refund_method_impossible'::text]))),
  constraint delay_records_pkey PRIMARY KEY (id),
  constraint delay_records_source_check CHECK ((source <> ''::text)),
  constraint delay_records_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id)
);
CREATE INDEX delay_records_by_line ON public.delay_records USING btree (order_line_id, id);
CREATE UNIQUE INDEX one_notice_a_line ON public.delay_records USING btree (order_line_id, ((payload ->> 'noticeId'::text))) WHERE (kind = 'notice_sent'::text);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.delay_records FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.delay_records FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table digests (
  id bigint generated always as identity not null,
  channel text not null,
  on_date date not null,
  zone text not null,
  compiled_at timestamp with time zone not null,
  told jsonb not null,
  constraint digests_channel_on_date_key UNIQUE (channel, on_date),
  constraint digests_pkey PRIMARY KEY (id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.digests FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.digests FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table erasures (
  id bigint generated always as identity not null,
  customer_id text not null,
  asked_at timestamp with time zone not null,
  talk_erased_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint erasures_check CHECK (((done_at IS NULL) OR (talk_erased_at IS NOT NULL))),
  constraint erasures_pkey PRIMARY KEY (id),
  constraint erasures_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id)
);
CREATE UNIQUE INDEX one_open_erasure ON public.erasures USING btree (customer_id) WHERE (done_at IS NULL);

create table hand_off_entries (
  id bigint generated always as identity not null,
  hand_off_id bigint not null,
  kind text not null,
  by_id text,
  by_name text,
  text text,
  source text,
  message_id bigint,
  delivery text,
  made_at timestamp with time zone default business_clock_timestamp() not null,
  constraint hand_off_entries_check CHECK (((kind = 'reply'::text) = (message_id IS NOT NULL))),
  constraint hand_off_entries_check1 CHECK (((delivery IS NULL) OR (kind = 'reply'::text))),
  constraint hand_off_entries_delivery_check CHECK ((delivery = ANY (ARRAY['sent'::text, 'failed'::text]))),
  constraint hand_off_entries_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'raised'::text, 'claimed'::text, 'reply'::text, 'note'::text, 'note_changed'::text, 'note_deleted'::text, 'reminded'::text, 'overdue'::text, 'late'::text, 'returned'::text, 'closed'::text]))),
  constraint hand_off_entries_pkey PRIMARY KEY (id),
  constraint hand_off_entries_hand_off_id_fkey FOREIGN KEY (hand_off_id) REFERENCES hand_offs(id),
  constraint hand_off_entries_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id)
);
CREATE UNIQUE INDEX each_reminder_once ON public.hand_off_entries USING btree (hand_off_id, kind, text) WHERE (kind = ANY (ARRAY['reminded'::text, 'overdue'::text, 'late'::text]));
CREATE UNIQUE INDEX each_reply_of_slack_once ON public.hand_off_entries USING btree (source) WHERE (kind = ANY (ARRAY['reply'::text, 'note'::text]));
CREATE INDEX hand_off_entries_in_order ON public.hand_off_entries USING btree (hand_off_id, id);
CREATE INDEX hand_off_replies_on_their_way ON public.hand_off_entries USING btree (id) WHERE ((kind = 'reply'::text) AND (delivery IS NULL));

create table hand_off_rules (
  hand_off_id bigint not null,
  rules text[] not null,
  owner text not null,
  priority text not null,
  due_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  constraint hand_off_rules_owner_check CHECK ((owner = ANY (ARRAY['rep'::text, 'lead'::text, 'manager'::text]))),
  constraint hand_off_rules_pkey PRIMARY KEY (hand_off_id),
  constraint hand_off_rules_priority_check CHECK ((priority = ANY (ARRAY['normal'::text, 'high'::text, 'urgent'::text]))),
  constraint hand_off_rules_rules_check CHECK ((cardinality(rules) > 0)),
  constraint hand_off_rules_hand_off_id_fkey FOREIGN KEY (hand_off_id) REFERENCES hand_offs(id)
);
CREATE INDEX hand_off_rules_by_deadline ON public.hand_off_rules USING btree (due_at);

create table hand_off_threads (
  conversation_id text not null,
  shown_seq integer not null,
  shown_entry bigint default 0 not null,
  constraint hand_off_threads_pkey PRIMARY KEY (conversation_id),
  constraint hand_off_threads_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);

create table hand_offs (
  id bigint generated always as identity not null,
  conversation_id text not null,
  reason text not null,
  urgency text not null,
  summary jsonb not null,
  state text default 'open'::text not null,
  asked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  claimed_by text,
  claimed_name text,
  claimed_at timestamp with time zone,
  answered_at timestamp with time zone,
  closed_by text,
  outcome text,
  constraint claimed_by_somebody CHECK (((claimed_by IS NULL) = (claimed_at IS NULL))),
  constraint closed_with_an_outcome CHECK (((closed_by IS NULL) = (outcome IS NULL))),
  constraint hand_offs_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'follow_up'::text, 'no_answer'::text, 'not_needed'::text, 'returned'::text]))),
  constraint hand_offs_pkey PRIMARY KEY (id),
  constraint hand_offs_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint hand_offs_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'high'::text]))),
  constraint hand_offs_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);
CREATE UNIQUE INDEX one_open_hand_off ON public.hand_offs USING btree (conversation_id) WHERE (state = 'open'::text);

create table heard_reviews (
  inbox_id bigint not null,
  decision text not null,
  detail text not null,
  at timestamp with time zone default now() not null,
  constraint heard_reviews_decision_check CHECK ((decision = ANY (ARRAY['utterance'::text, 'scenario'::text, 'dismissed'::text]))),
  constraint heard_reviews_pkey PRIMARY KEY (inbox_id),
  constraint heard_reviews_inbox_id_fkey FOREIGN KEY (inbox_id) REFERENCES inbox(id)
);

create table identification_attempts (
  id bigint generated always as identity not null,
  order_number text not null,
  source text not null,
  conversation_id text not null,
  passed boolean not null,
  at timestamp with time zone not null,
  constraint identification_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX identification_attempts_in_conversation ON public.identification_attempts USING btree (conversation_id, at);
CREATE INDEX identification_attempts_recent ON public.identification_attempts USING btree (source, at);

create table inbound_mails (
  id bigint generated always as identity not null,
  external_id text not null,
  raw bytea not null,
  received_at timestamp with time zone not null,
  sender text,
  recipients text[] not null,
  subject text not null,
  dated text not null,
  text text not null,
  headers jsonb not null,
  attachments jsonb not null,
  answers_kind text,
  answers_id text,
  answers_messages text[] not null,
  returned_message_id text,
  kind text,
  because text,
  po_number text,
  notice_id text,
  customer_id text,
  conversation_id text,
  sorted_at timestamp with time zone,
  constraint inbound_mails_answers_kind_check CHECK ((answers_kind = ANY (ARRAY['po'::text, 'notice'::text]))),
  constraint inbound_mails_check CHECK (((answers_kind IS NULL) = (answers_id IS NULL))),
  constraint inbound_mails_check1 CHECK (((kind IS NULL) = (sorted_at IS NULL))),
  constraint inbound_mails_external_id_key UNIQUE (external_id),
  constraint inbound_mails_kind_check CHECK ((kind = ANY (ARRAY['supplier'::text, 'notice_answer'::text, 'customer'::text, 'automatic'::text, 'unknown'::text]))),
  constraint inbound_mails_pkey PRIMARY KEY (id),
  constraint inbound_mails_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  constraint inbound_mails_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint inbound_mails_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES delay_notices(id),
  constraint inbound_mails_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number)
);
CREATE INDEX inbound_mails_by_notice ON public.inbound_mails USING btree (notice_id, id) WHERE (notice_id IS NOT NULL);
CREATE INDEX inbound_mails_by_order ON public.inbound_mails USING btree (po_number, id) WHERE (po_number IS NOT NULL);

create table inbox (
  id bigint generated always as identity not null,
  channel text not null,
  external_id text not null,
  conversation_id text not null,
  payload jsonb not null,
  received_at timestamp with time zone default clock_timestamp() not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  last_error text,
  done_at timestamp with time zone,
  answered_by text,
  wish text,
  band text,
  constraint each_message_once UNIQUE (channel, external_id),
  constraint inbox_band_check CHECK ((band = ANY (ARRAY['act'::text, 'clarify'::text, 'reject'::text]))),
  constraint inbox_pkey PRIMARY KEY (id),
  constraint inbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'dead'::text]))),
  constraint inbox_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);
CREATE INDEX inbox_waiting ON public.inbox USING btree (conversation_id, id) WHERE (state = 'waiting'::text);

create table line_swaps (
  id bigint generated always as identity not null,
  order_number text not null,
  order_line_id text not null,
  from_sku text not null,
  from_title text not null,
  from_unit_price_cents bigint not null,
  to_sku text not null,
  to_title text not null,
  to_unit_price_cents bigint not null,
  quantity integer not null,
  refund_cents bigint not null,
  currency text not null,
  refund_method text not null,
  refund_send_by date not null,
  agreed_at timestamp with time zone not null,
  agreed_in text not null,
  request_id uuid,
  location_id text,
  constraint line_swaps_check CHECK ((to_unit_price_cents <= from_unit_price_cents)),
  constraint line_swaps_pkey PRIMARY KEY (id),
  constraint line_swaps_quantity_check CHECK ((quantity > 0)),
  constraint line_swaps_refund_cents_check CHECK ((refund_cents >= 0)),
  constraint line_swaps_request_id_key UNIQUE (request_id),
  constraint set_aside_while_asked CHECK (((request_id IS NULL) OR (location_id IS NOT NULL))),
  constraint line_swaps_from_sku_fkey FOREIGN KEY (from_sku) REFERENCES skus(sku),
  constraint line_swaps_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint line_swaps_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id),
  constraint line_swaps_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number),
  constraint line_swaps_request_id_fkey FOREIGN KEY (request_id) REFERENCES shop_requests(id),
  constraint line_swaps_to_sku_fkey FOREIGN KEY (to_sku) REFERENCES skus(sku)
);
CREATE INDEX line_swaps_asked ON public.line_swaps USING btree (order_line_id) WHERE (request_id IS NOT NULL);
CREATE INDEX line_swaps_by_order ON public.line_swaps USING btree (order_number);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.line_swaps FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.line_swaps FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table locations (
  id text not null,
  name text not null,
  kind text not null,
  zone text not null,
  postcode text,
  constraint locations_kind_check CHECK ((kind = ANY (ARRAY['warehouse'::text, 'store'::text, 'drop_ship'::text]))),
  constraint locations_pkey PRIMARY KEY (id)
);

create table loyalty_entries (
  id bigint generated always as identity not null,
  customer_id text not null,
  points integer not null,
  reason text not null,
  offer_id uuid,
  at timestamp with time zone not null,
  constraint loyalty_entries_offer_id_key UNIQUE (offer_id),
  constraint loyalty_entries_pkey PRIMARY KEY (id),
  constraint loyalty_entries_points_check CHECK ((points <> 0)),
  constraint loyalty_entries_reason_check CHECK ((reason <> ''::text)),
  constraint loyalty_entries_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint loyalty_entries_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id)
);
CREATE INDEX loyalty_entries_by_customer ON public.loyalty_entries USING btree (customer_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.loyalty_entries FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.loyalty_entries FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table messages (
  id bigint generated always as identity not null,
  conversation_id text not null,
  seq integer not null,
  author text not null,
  body jsonb not null,
  inbox_id bigint,
  at timestamp with time zone default business_clock_timestamp() not null,
  constraint messages_author_check CHECK ((author = ANY (ARRAY['shopper'::text, 'assistant'::text, 'person'::text]))),
  constraint messages_conversation_id_seq_key UNIQUE (conversation_id, seq),
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  constraint messages_inbox_id_fkey FOREIGN KEY (inbox_id) REFERENCES inbox(id)
);
CREATE INDEX messages_by_inbox ON public.messages USING btree (inbox_id);

create table model_usage (
  day date not null,
  conversation_id text not null,
  requests integer default 0 not null,
  input_tokens bigint default 0 not null,
  output_tokens bigint default 0 not null,
  cost_micros bigint default 0 not null,
  constraint model_usage_cost_micros_check CHECK ((cost_micros >= 0)),
  constraint model_usage_input_tokens_check CHECK ((input_tokens >= 0)),
  constraint model_usage_output_tokens_check CHECK ((output_tokens >= 0)),
  constraint model_usage_pkey PRIMARY KEY (day, conversation_id),
  constraint model_usage_requests_check CHECK ((requests >= 0)),
  constraint model_usage_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);
CREATE INDEX model_usage_by_conversation ON public.model_usage USING btree (conversation_id);

create table news_watch (
  only_row boolean default true not null,
  since timestamp with time zone not null,
  constraint news_watch_only_row_check CHECK (only_row),
  constraint news_watch_pkey PRIMARY KEY (only_row)
);

create table notice_reviews (
  id uuid default gen_random_uuid() not null,
  order_number text not null,
  segment text not null,
  asked_at timestamp with time zone not null,
  goes_at timestamp with time zone not null,
  state text default 'asked'::text not null,
  put_off_by text,
  constraint notice_reviews_check CHECK (((state <> 'put_off'::text) OR (put_off_by IS NOT NULL))),
  constraint notice_reviews_pkey PRIMARY KEY (id),
  constraint notice_reviews_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'put_off'::text, 'over'::text]))),
  constraint notice_reviews_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE UNIQUE INDEX one_notice_review ON public.notice_reviews USING btree (order_number) WHERE (state = ANY (ARRAY['asked'::text, 'put_off'::text]));

create table notification_wishes (
  id bigint generated always as identity not null,
  customer_id text not null,
  channel text not null,
  topic text not null,
  wanted boolean not null,
  words text,
  source text not null,
  at timestamp with time zone not null,
  constraint notification_wishes_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text]))),
  constraint notification_wishes_pkey PRIMARY KEY (id),
  constraint notification_wishes_source_check CHECK ((source = ANY (ARRAY['conversation'::text, 'unsubscribe_link'::text]))),
  constraint notification_wishes_topic_check CHECK ((topic = ANY (ARRAY['shipping'::text, 'dates'::text]))),
  constraint notification_wishes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id)
);
CREATE INDEX notification_wishes_newest ON public.notification_wishes USING btree (customer_id, channel, topic, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.notification_wishes FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.notification_wishes FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table offer_budget_entries (
  id bigint generated always as identity not null,
  budget text not null,
  offer_id uuid not null,
  cents bigint not null,
  at timestamp with time zone not null,
  constraint offer_budget_entries_pkey PRIMARY KEY (id),
  constraint offer_budget_entries_budget_fkey FOREIGN KEY (budget) REFERENCES offer_budgets(name),
  constraint offer_budget_entries_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id)
);
CREATE UNIQUE INDEX offer_budget_entries_returned_once ON public.offer_budget_entries USING btree (budget, offer_id) WHERE (cents < 0);
CREATE UNIQUE INDEX offer_budget_entries_spent_once ON public.offer_budget_entries USING btree (budget, offer_id) WHERE (cents >= 0);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.offer_budget_entries FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.offer_budget_entries FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table offer_budgets (
  name text not null,
  limit_cents bigint not null,
  spent_cents bigint default 0 not null,
  constraint never_overdrawn CHECK (((spent_cents >= 0) AND (spent_cents <= limit_cents))),
  constraint offer_budgets_limit_cents_check CHECK ((limit_cents >= 0)),
  constraint offer_budgets_pkey PRIMARY KEY (name)
);

create table offer_codes (
  code text not null,
  offer_id uuid not null,
  state text default 'requested'::text not null,
  requested_at timestamp with time zone not null,
  receipt text,
  constraint offer_codes_check CHECK (((state = 'created'::text) = (receipt IS NOT NULL))),
  constraint offer_codes_code_check CHECK ((code ~ '^[A-Z0-9-]{8,40}$'::text)),
  constraint offer_codes_offer_id_key UNIQUE (offer_id),
  constraint offer_codes_pkey PRIMARY KEY (code),
  constraint offer_codes_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'created'::text, 'refused'::text]))),
  constraint offer_codes_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id)
);

create table offers (
  id uuid default gen_random_uuid() not null,
  order_number text not null,
  customer_id text not null,
  kind text not null,
  percent integer,
  points integer,
  face_cents bigint not null,
  cost_cents bigint not null,
  currency text not null,
  campaign text not null,
  granted_by text not null,
  authority text not null,
  state text not null,
  why jsonb not null,
  granted_at timestamp with time zone not null,
  expires_on date not null,
  constraint offers_authority_check CHECK ((authority = ANY (ARRAY['bot'::text, 'rep'::text, 'lead'::text, 'manager'::text]))),
  constraint offers_cost_cents_check CHECK ((cost_cents >= 0)),
  constraint offers_face_cents_check CHECK ((face_cents > 0)),
  constraint offers_kind_check CHECK ((kind = ANY (ARRAY['discount'::text, 'credit'::text, 'points'::text, 'gift'::text, 'free_express'::text, 'upgrade'::text]))),
  constraint offers_percent_check CHECK (((percent >= 1) AND (percent <= 100))),
  constraint offers_pkey PRIMARY KEY (id),
  constraint offers_points_check CHECK ((points > 0)),
  constraint offers_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'granted'::text, 'void'::text]))),
  constraint offers_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint offers_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX offers_by_customer ON public.offers USING btree (customer_id, granted_at);
CREATE UNIQUE INDEX one_offer_an_order ON public.offers USING btree (order_number) WHERE (state <> 'void'::text);

create table order_escalations (
  id bigint generated always as identity not null,
  order_number text not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  rules text[] not null,
  owner text not null,
  assigned_to text,
  priority text not null,
  due_at timestamp with time zone not null,
  state text default 'open'::text not null,
  closed_at timestamp with time zone,
  closed_by text,
  outcome text,
  constraint order_escalations_check CHECK (((state = 'closed'::text) = ((closed_at IS NOT NULL) AND (closed_by IS NOT NULL) AND (outcome IS NOT NULL)))),
  constraint order_escalations_owner_check CHECK ((owner = ANY (ARRAY['rep'::text, 'lead'::text, 'manager'::text]))),
  constraint order_escalations_pkey PRIMARY KEY (id),
  constraint order_escalations_priority_check CHECK ((priority = ANY (ARRAY['normal'::text, 'high'::text, 'urgent'::text]))),
  constraint order_escalations_reason_check CHECK ((reason <> ''::text)),
  constraint order_escalations_rules_check CHECK ((cardinality(rules) > 0)),
  constraint order_escalations_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint order_escalations_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE UNIQUE INDEX one_open_escalation ON public.order_escalations USING btree (order_number) WHERE (state = 'open'::text);
CREATE INDEX order_escalations_open_by_deadline ON public.order_escalations USING btree (due_at) WHERE (state = 'open'::text);

create table order_line_events (
  id bigint generated always as identity not null,
  order_line_id text not null,
  from_state text,
  to_state text not null,
  at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint order_line_events_pkey PRIMARY KEY (id),
  constraint order_line_events_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id)
);
CREATE INDEX order_line_events_by_line ON public.order_line_events USING btree (order_line_id, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.order_line_events FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.order_line_events FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table order_lines (
  id text generated always as (((order_number || '-'::text) || line_number)) stored not null,
  order_number text not null,
  line_number integer not null,
  sku text not null,
  title text not null,
  quantity integer not null,
  unit_price_cents bigint not null,
  state text default 'placed'::text not null,
  backordered_at timestamp with time zone,
  constraint a_backordered_line_has_its_time CHECK (((state <> 'backordered'::text) OR (backordered_at IS NOT NULL))),
  constraint order_lines_line_number_check CHECK ((line_number > 0)),
  constraint order_lines_order_number_line_number_key UNIQUE (order_number, line_number),
  constraint order_lines_pkey PRIMARY KEY (id),
  constraint order_lines_quantity_check CHECK ((quantity > 0)),
  constraint order_lines_state_check CHECK ((state = ANY (ARRAY['placed'::text, 'allocated'::text, 'backordered'::text, 'part_shipped'::text, 'shipped'::text, 'delivered'::text, 'cancelling'::text, 'cancelled'::text]))),
  constraint order_lines_unit_price_cents_check CHECK ((unit_price_cents >= 0)),
  constraint order_lines_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number),
  constraint order_lines_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);
CREATE INDEX order_lines_by_sku ON public.order_lines USING btree (sku);
CREATE INDEX order_lines_by_wait ON public.order_lines USING btree (backordered_at) WHERE (backordered_at IS NOT NULL);
CREATE INDEX order_lines_waiting ON public.order_lines USING btree (sku, backordered_at, id) WHERE (state = ANY (ARRAY['backordered'::text, 'part_shipped'::text]));

create table order_split_lines (
  split_id bigint not null,
  order_line_id text not null,
  sku text not null,
  units integer not null,
  ahead_units integer not null,
  constraint order_split_lines_check CHECK ((ahead_units >= units)),
  constraint order_split_lines_pkey PRIMARY KEY (split_id, order_line_id),
  constraint order_split_lines_units_check CHECK ((units > 0)),
  constraint order_split_lines_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id),
  constraint order_split_lines_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku),
  constraint order_split_lines_split_id_fkey FOREIGN KEY (split_id) REFERENCES order_splits(id)
);
CREATE INDEX order_split_lines_by_line ON public.order_split_lines USING btree (order_line_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.order_split_lines FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.order_split_lines FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table order_splits (
  id bigint generated always as identity not null,
  order_number text not null,
  cost_cents bigint not null,
  currency text not null,
  charged_to text not null,
  request_id uuid,
  agreed_at timestamp with time zone not null,
  agreed_in text not null,
  constraint order_splits_cost_cents_check CHECK ((cost_cents >= 0)),
  constraint order_splits_pkey PRIMARY KEY (id),
  constraint order_splits_request_id_key UNIQUE (request_id),
  constraint order_splits_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number),
  constraint order_splits_request_id_fkey FOREIGN KEY (request_id) REFERENCES shop_requests(id)
);
CREATE INDEX order_splits_by_order ON public.order_splits USING btree (order_number);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.order_splits FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.order_splits FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table orders (
  number text not null,
  customer_id text not null,
  sales_channel_id text not null,
  placed_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  currency text not null,
  postage_cents bigint default 0 not null,
  paid_cents bigint not null,
  payment_method text not null,
  ship_to_name text not null,
  ship_to_street text not null,
  ship_to_city text not null,
  ship_to_region text default ''::text not null,
  ship_to_postcode text not null,
  ship_to_country text default 'US'::text not null,
  ship_to_zone text not null,
  shipping_service text default 'standard'::text not null,
  needed_by date,
  version integer default 1 not null,
  held_at timestamp with time zone,
  held_because text,
  constraint held_for_a_reason CHECK (((held_at IS NULL) = (held_because IS NULL))),
  constraint orders_number_check CHECK ((number ~ '^[A-Z0-9]([A-Z0-9 ./_#-]*[A-Z0-9])?$'::text)),
  constraint orders_paid_cents_check CHECK ((paid_cents >= 0)),
  constraint orders_pkey PRIMARY KEY (number),
  constraint orders_postage_cents_check CHECK ((postage_cents >= 0)),
  constraint orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint orders_sales_channel_id_fkey FOREIGN KEY (sales_channel_id) REFERENCES sales_channels(id)
);
CREATE INDEX orders_by_bare_number ON public.orders USING btree (regexp_replace(number, '[^A-Z0-9]'::text, ''::text, 'g'::text));
CREATE INDEX orders_by_customer ON public.orders USING btree (customer_id, placed_at DESC);
CREATE INDEX orders_by_placed ON public.orders USING btree (placed_at);

create table outbox (
  id bigint generated always as identity not null,
  idempotency_key text not null,
  channel text not null,
  conversation_id text,
  payload jsonb not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone default clock_timestamp() not null,
  claimed_until timestamp with time zone,
  last_error text,
  provider_id text,
  made_at timestamp with time zone default clock_timestamp() not null,
  sent_at timestamp with time zone,
  lane text,
  constraint outbox_idempotency_key_key UNIQUE (idempotency_key),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'unknown'::text, 'dead'::text]))),
  constraint outbox_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);
CREATE INDEX outbox_lanes ON public.outbox USING btree (channel, lane, id) WHERE ((lane IS NOT NULL) AND (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'unknown'::text])));
CREATE INDEX outbox_waiting ON public.outbox USING btree (channel, next_attempt_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

create table products (
  id text not null,
  title text not null,
  brand text not null,
  category text not null,
  description text default ''::text not null,
  constraint products_pkey PRIMARY KEY (id),
  constraint products_title_check CHECK ((title <> ''::text))
);

create table promises (
  id bigint generated always as identity not null,
  conversation_id text,
  message_id bigint,
  customer_id text,
  order_number text,
  order_line_id text,
  kind text not null,
  said jsonb not null,
  basis jsonb not null,
  told_at timestamp with time zone not null,
  notice_id text,
  customer_message_id text,
  constraint promises_check CHECK (((num_nonnulls(message_id, notice_id, customer_message_id) = 1) AND ((conversation_id IS NULL) = (message_id IS NULL)))),
  constraint promises_pkey PRIMARY KEY (id),
  constraint promises_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  constraint promises_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint promises_customer_message_id_fkey FOREIGN KEY (customer_message_id) REFERENCES customer_messages(id),
  constraint promises_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint promises_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES delay_notices(id),
  constraint promises_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id),
  constraint promises_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX promises_by_line ON public.promises USING btree (order_line_id, told_at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.promises FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.promises FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table proposals (
  id uuid default gen_random_uuid() not null,
  conversation_id text not null,
  principal jsonb not null,
  tool text not null,
  input jsonb not null,
  recap jsonb not null,
  state text default 'live'::text not null,
  asked_in_seq integer,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint proposals_check CHECK (((state = 'live'::text) = (settled_at IS NULL))),
  constraint proposals_pkey PRIMARY KEY (id),
  constraint proposals_state_check CHECK ((state = ANY (ARRAY['live'::text, 'committed'::text, 'superseded'::text, 'declined'::text, 'expired'::text, 'stale'::text]))),
  constraint proposals_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id)
);
CREATE UNIQUE INDEX one_live_proposal ON public.proposals USING btree (conversation_id) WHERE (state = 'live'::text);
CREATE UNIQUE INDEX one_question_a_message ON public.proposals USING btree (conversation_id, asked_in_seq) WHERE (asked_in_seq IS NOT NULL);

create table purchase_order_lines (
  id text generated always as (((po_number || '-'::text) || line_number)) stored not null,
  po_number text not null,
  line_number integer not null,
  sku text not null,
  quantity integer not null,
  cancelled_quantity integer default 0 not null,
  unit_cost_cents bigint,
  constraint purchase_order_lines_check CHECK (((cancelled_quantity >= 0) AND (cancelled_quantity <= quantity))),
  constraint purchase_order_lines_line_number_check CHECK ((line_number > 0)),
  constraint purchase_order_lines_pkey PRIMARY KEY (id),
  constraint purchase_order_lines_po_number_line_number_key UNIQUE (po_number, line_number),
  constraint purchase_order_lines_quantity_check CHECK ((quantity > 0)),
  constraint purchase_order_lines_unit_cost_cents_check CHECK ((unit_cost_cents >= 0)),
  constraint purchase_order_lines_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number),
  constraint purchase_order_lines_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);
CREATE INDEX purchase_order_lines_by_sku ON public.purchase_order_lines USING btree (sku);

create table purchase_orders (
  number text not null,
  supplier_id text not null,
  location_id text not null,
  ordered_on date not null,
  acknowledged_on date,
  state text default 'open'::text not null,
  constraint purchase_orders_check CHECK ((acknowledged_on >= ordered_on)),
  constraint purchase_orders_number_check CHECK ((number ~ '^[A-Z0-9][A-Z0-9-]*$'::text)),
  constraint purchase_orders_pkey PRIMARY KEY (number),
  constraint purchase_orders_state_check CHECK ((state = ANY (ARRAY['placed'::text, 'open'::text, 'received'::text, 'cancelled'::text]))),
  constraint purchase_orders_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint purchase_orders_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);
CREATE INDEX purchase_orders_by_supplier ON public.purchase_orders USING btree (supplier_id, ordered_on);

create table receipts (
  id bigint generated always as identity not null,
  po_line_id text not null,
  received_on date not null,
  quantity integer not null,
  constraint receipts_pkey PRIMARY KEY (id),
  constraint receipts_quantity_check CHECK ((quantity > 0)),
  constraint receipts_po_line_id_fkey FOREIGN KEY (po_line_id) REFERENCES purchase_order_lines(id)
);
CREATE INDEX receipts_by_line ON public.receipts USING btree (po_line_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.receipts FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.receipts FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table refunds (
  id bigint generated always as identity not null,
  order_number text not null,
  order_line_ids text[] not null,
  amount_cents bigint not null,
  currency text not null,
  method text not null,
  reason text not null,
  owed_since timestamp with time zone not null,
  send_by date not null,
  state text default 'owed'::text not null,
  receipt text,
  sent_at timestamp with time zone,
  swap_id bigint,
  constraint refunds_amount_cents_check CHECK ((amount_cents > 0)),
  constraint refunds_order_line_ids_check CHECK ((cardinality(order_line_ids) > 0)),
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_receipt_check CHECK ((receipt <> ''::text)),
  constraint refunds_state_check CHECK ((state = ANY (ARRAY['owed'::text, 'requested'::text, 'sent'::text, 'refused'::text]))),
  constraint refunds_swap_id_key UNIQUE (swap_id),
  constraint sent_with_its_receipt CHECK ((((state = 'sent'::text) = (receipt IS NOT NULL)) AND ((state = 'sent'::text) = (sent_at IS NOT NULL)))),
  constraint refunds_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number),
  constraint refunds_swap_id_fkey FOREIGN KEY (swap_id) REFERENCES line_swaps(id)
);
CREATE UNIQUE INDEX one_refund_for_the_same_lines ON public.refunds USING btree (order_number, order_line_ids) WHERE ((state <> 'refused'::text) AND (swap_id IS NULL));
CREATE INDEX refunds_by_order ON public.refunds USING btree (order_number);

create table reorders (
  id bigint generated always as identity not null,
  sku text not null,
  supplier_id text not null,
  location_id text not null,
  quantity integer not null,
  unit_cost_cents bigint not null,
  currency text not null,
  shown jsonb not null,
  authority text,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  po_number text,
  constraint reorders_authority_check CHECK ((authority = ANY (ARRAY['rep'::text, 'lead'::text, 'manager'::text]))),
  constraint reorders_check CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
  constraint reorders_check1 CHECK (((state = 'ordered'::text) = (po_number IS NOT NULL))),
  constraint reorders_check2 CHECK (((state = ANY (ARRAY['ordered'::text, 'declined'::text])) = (decided_by IS NOT NULL))),
  constraint reorders_check3 CHECK (((state <> 'declined'::text) OR ((reason IS NOT NULL) AND (reason <> ''::text)))),
  constraint reorders_check4 CHECK (((authority IS NULL) OR (decided_by <> requested_by))),
  constraint reorders_check5 CHECK (((authority IS NOT NULL) OR (state = 'ordered'::text))),
  constraint reorders_pkey PRIMARY KEY (id),
  constraint reorders_po_number_key UNIQUE (po_number),
  constraint reorders_quantity_check CHECK ((quantity > 0)),
  constraint reorders_requested_by_check CHECK ((requested_by <> ''::text)),
  constraint reorders_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ordered'::text, 'declined'::text, 'expired'::text]))),
  constraint reorders_unit_cost_cents_check CHECK ((unit_cost_cents >= 0)),
  constraint reorders_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint reorders_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number),
  constraint reorders_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku),
  constraint reorders_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);
CREATE UNIQUE INDEX one_waiting_reorder ON public.reorders USING btree (sku) WHERE (state = 'waiting'::text);

create table sales_channels (
  id text not null,
  name text not null,
  constraint sales_channels_pkey PRIMARY KEY (id)
);

create table server_secrets (
  name text not null,
  value text not null,
  made_at timestamp with time zone default now() not null,
  constraint server_secrets_pkey PRIMARY KEY (name)
);

create table settled_effects (
  key text not null,
  tool text not null,
  output jsonb not null,
  at timestamp with time zone default clock_timestamp() not null,
  constraint settled_effects_pkey PRIMARY KEY (key)
);

create table shipment_lines (
  shipment_id text not null,
  order_line_id text not null,
  quantity integer not null,
  constraint shipment_lines_pkey PRIMARY KEY (shipment_id, order_line_id),
  constraint shipment_lines_quantity_check CHECK ((quantity > 0)),
  constraint shipment_lines_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id),
  constraint shipment_lines_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id)
);
CREATE INDEX shipment_lines_by_line ON public.shipment_lines USING btree (order_line_id);

create table shipments (
  id text not null,
  order_number text not null,
  location_id text not null,
  carrier text not null,
  tracking_number text not null,
  labelled_at timestamp with time zone not null,
  constraint shipments_carrier_tracking_number_key UNIQUE (carrier, tracking_number),
  constraint shipments_pkey PRIMARY KEY (id),
  constraint shipments_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint shipments_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX shipments_by_order ON public.shipments USING btree (order_number);

create table shipping_statements (
  id bigint generated always as identity not null,
  order_line_id text not null,
  ship_by date,
  basis text not null,
  stated_at timestamp with time zone not null,
  constraint shipping_statements_pkey PRIMARY KEY (id),
  constraint shipping_statements_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES order_lines(id)
);
CREATE INDEX shipping_statements_by_line ON public.shipping_statements USING btree (order_line_id, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.shipping_statements FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.shipping_statements FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table shipping_upgrades (
  id bigint generated always as identity not null,
  order_number text not null,
  from_service text not null,
  to_service text not null,
  cost_cents bigint not null,
  currency text not null,
  charged_to text not null,
  free_because text,
  request_id uuid,
  agreed_at timestamp with time zone not null,
  agreed_in text not null,
  constraint shipping_upgrades_check CHECK ((to_service <> from_service)),
  constraint shipping_upgrades_check1 CHECK (((free_because IS NULL) OR (cost_cents = 0))),
  constraint shipping_upgrades_cost_cents_check CHECK ((cost_cents >= 0)),
  constraint shipping_upgrades_free_because_check CHECK ((free_because = ANY (ARRAY['tier'::text, 'offer'::text]))),
  constraint shipping_upgrades_pkey PRIMARY KEY (id),
  constraint shipping_upgrades_request_id_key UNIQUE (request_id),
  constraint shipping_upgrades_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number),
  constraint shipping_upgrades_request_id_fkey FOREIGN KEY (request_id) REFERENCES shop_requests(id)
);
CREATE INDEX shipping_upgrades_by_order ON public.shipping_upgrades USING btree (order_number);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.shipping_upgrades FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.shipping_upgrades FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table shop_requests (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  order_number text not null,
  about jsonb not null,
  key text not null,
  state text default 'requested'::text not null,
  receipt text,
  refusal text,
  conversation_id text,
  requested_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  asked_by text,
  constraint confirmed_by_its_receipt CHECK (((state = 'confirmed'::text) = (receipt IS NOT NULL))),
  constraint open_until_settled CHECK (((state = 'requested'::text) = (settled_at IS NULL))),
  constraint refused_with_a_reason CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint shop_requests_asked_by_check CHECK ((asked_by <> ''::text)),
  constraint shop_requests_key_check CHECK ((key <> ''::text)),
  constraint shop_requests_key_key UNIQUE (key),
  constraint shop_requests_kind_check CHECK ((kind = ANY (ARRAY['cancel_lines'::text, 'refund'::text, 'create_code'::text, 'upgrade_shipping'::text, 'split_shipment'::text, 'hold'::text, 'release'::text, 'change_address'::text, 'swap_line'::text]))),
  constraint shop_requests_pkey PRIMARY KEY (id),
  constraint shop_requests_receipt_check CHECK ((receipt <> ''::text)),
  constraint shop_requests_refusal_check CHECK ((refusal <> ''::text)),
  constraint shop_requests_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'confirmed'::text, 'refused'::text]))),
  constraint shop_requests_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  constraint shop_requests_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE UNIQUE INDEX one_open_request_of_a_kind ON public.shop_requests USING btree (order_number, (
CASE kind
    WHEN 'release'::text THEN 'hold'::text
    ELSE kind
END)) WHERE ((state = 'requested'::text) AND (kind = ANY (ARRAY['upgrade_shipping'::text, 'split_shipment'::text, 'hold'::text, 'release'::text, 'change_address'::text])));
CREATE INDEX shop_requests_by_order ON public.shop_requests USING btree (order_number, requested_at);
CREATE INDEX shop_requests_open ON public.shop_requests USING btree (requested_at) WHERE (state = 'requested'::text);

create table skus (
  sku text not null,
  product_id text not null,
  title text not null,
  attributes jsonb default '{}'::jsonb not null,
  price_cents bigint not null,
  unit_cost_cents bigint,
  currency text default 'USD'::text not null,
  picture text,
  active boolean default true not null,
  constraint skus_attributes_check CHECK ((jsonb_typeof(attributes) = 'object'::text)),
  constraint skus_pkey PRIMARY KEY (sku),
  constraint skus_price_cents_check CHECK ((price_cents >= 0)),
  constraint skus_title_check CHECK ((title <> ''::text)),
  constraint skus_unit_cost_cents_check CHECK ((unit_cost_cents >= 0)),
  constraint skus_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id)
);
CREATE INDEX skus_by_product ON public.skus USING btree (product_id);

create table slack_arrivals (
  id bigint generated always as identity not null,
  external_id text not null,
  kind text not null,
  payload jsonb not null,
  received_at timestamp with time zone default clock_timestamp() not null,
  state text default 'waiting'::text not null,
  error_id text,
  done_at timestamp with time zone,
  constraint slack_arrivals_check CHECK (((state = 'waiting'::text) = (done_at IS NULL))),
  constraint slack_arrivals_external_id_key UNIQUE (external_id),
  constraint slack_arrivals_kind_check CHECK ((kind = ANY (ARRAY['command'::text, 'action'::text, 'view'::text, 'shortcut'::text, 'event'::text]))),
  constraint slack_arrivals_pkey PRIMARY KEY (id),
  constraint slack_arrivals_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'dead'::text])))
);

create table slack_messages (
  name text not null,
  channel text not null,
  ts text not null,
  sent_at timestamp with time zone default clock_timestamp() not null,
  constraint slack_messages_pkey PRIMARY KEY (name)
);
CREATE INDEX slack_messages_by_place ON public.slack_messages USING btree (channel, ts);

create table slips_told (
  po_line_id text not null,
  dates text not null,
  told_at timestamp with time zone not null,
  constraint slips_told_pkey PRIMARY KEY (po_line_id, dates),
  constraint slips_told_po_line_id_fkey FOREIGN KEY (po_line_id) REFERENCES purchase_order_lines(id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.slips_told FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.slips_told FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table sms_consents (
  id bigint generated always as identity not null,
  phone text not null,
  kind text not null,
  granted boolean not null,
  words text,
  source text not null,
  external_id text not null,
  at timestamp with time zone not null,
  constraint sms_consents_external_id_kind_key UNIQUE (external_id, kind),
  constraint sms_consents_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'marketing'::text]))),
  constraint sms_consents_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint sms_consents_pkey PRIMARY KEY (id),
  constraint sms_consents_source_check CHECK ((source = ANY (ARRAY['carrier_word'::text, 'own_words'::text, 'conversation'::text, 'provider'::text])))
);
CREATE INDEX sms_consents_newest ON public.sms_consents USING btree (phone, kind, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.sms_consents FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.sms_consents FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table sms_texts (
  id bigint generated always as identity not null,
  outbox_id bigint not null,
  conversation_id text not null,
  seq integer not null,
  segments integer not null,
  spent_on date not null,
  choices jsonb default '[]'::jsonb not null,
  state text default 'reserved'::text not null,
  provider_id text,
  error_code text,
  confirms bigint,
  at timestamp with time zone not null,
  constraint sms_texts_confirms_key UNIQUE (confirms),
  constraint sms_texts_outbox_id_key UNIQUE (outbox_id),
  constraint sms_texts_pkey PRIMARY KEY (id),
  constraint sms_texts_provider_id_key UNIQUE (provider_id),
  constraint sms_texts_segments_check CHECK ((segments > 0)),
  constraint sms_texts_state_check CHECK ((state = ANY (ARRAY['reserved'::text, 'queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'undelivered'::text, 'failed'::text]))),
  constraint sms_texts_confirms_fkey FOREIGN KEY (confirms) REFERENCES sms_consents(id),
  constraint sms_texts_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations(id),
  constraint sms_texts_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id)
);
CREATE INDEX sms_texts_by_conversation ON public.sms_texts USING btree (conversation_id, seq);
CREATE INDEX sms_texts_by_day ON public.sms_texts USING btree (spent_on);

create table snoozes (
  id bigint generated always as identity not null,
  item text not null,
  reason text not null,
  until_on date not null,
  snoozed_by text not null,
  at timestamp with time zone not null,
  constraint snoozes_item_check CHECK ((item <> ''::text)),
  constraint snoozes_pkey PRIMARY KEY (id),
  constraint snoozes_reason_check CHECK ((reason <> ''::text)),
  constraint snoozes_snoozed_by_check CHECK ((snoozed_by <> ''::text))
);
CREATE INDEX snoozes_by_item ON public.snoozes USING btree (item, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.snoozes FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.snoozes FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table stock (
  sku text not null,
  location_id text not null,
  on_hand integer not null,
  allocated integer default 0 not null,
  constraint never_more_allocated_than_there_is CHECK (((allocated >= 0) AND (allocated <= on_hand))),
  constraint stock_on_hand_check CHECK ((on_hand >= 0)),
  constraint stock_pkey PRIMARY KEY (sku, location_id),
  constraint stock_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint stock_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);

create table stock_alerts (
  sku text not null,
  below_days integer not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  is_low boolean default false not null,
  constraint stock_alerts_below_days_check CHECK (((below_days >= 1) AND (below_days <= 365))),
  constraint stock_alerts_pkey PRIMARY KEY (sku),
  constraint stock_alerts_set_by_check CHECK ((set_by <> ''::text)),
  constraint stock_alerts_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);

create table stock_buffers (
  sku text not null,
  location_id text not null,
  sales_channel_id text not null,
  units integer not null,
  constraint stock_buffers_pkey PRIMARY KEY (sku, location_id, sales_channel_id),
  constraint stock_buffers_units_check CHECK ((units >= 0)),
  constraint stock_buffers_sales_channel_id_fkey FOREIGN KEY (sales_channel_id) REFERENCES sales_channels(id),
  constraint stock_buffers_sku_location_id_fkey FOREIGN KEY (sku, location_id) REFERENCES stock(sku, location_id)
);

create table stock_wishes (
  customer_id text not null,
  sku text not null,
  asked_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint stock_wishes_pkey PRIMARY KEY (customer_id, sku, asked_at),
  constraint stock_wishes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint stock_wishes_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku)
);
CREATE UNIQUE INDEX one_open_stock_wish ON public.stock_wishes USING btree (customer_id, sku) WHERE (told_at IS NULL);

create table supplier_calls (
  id bigint generated always as identity not null,
  supplier_id text not null,
  po_number text not null,
  because text not null,
  owner text not null,
  taken_by text,
  made_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text default 'open'::text not null,
  closed_by text,
  closed_at timestamp with time zone,
  outcome text,
  constraint supplier_calls_because_check CHECK ((because = ANY (ARRAY['silence'::text, 'bounced'::text]))),
  constraint supplier_calls_check CHECK ((due_at > made_at)),
  constraint supplier_calls_check1 CHECK (((state = 'done'::text) = ((closed_by IS NOT NULL) AND (closed_at IS NOT NULL) AND (outcome <> ''::text) AND (outcome IS NOT NULL)))),
  constraint supplier_calls_owner_check CHECK ((owner = ANY (ARRAY['rep'::text, 'lead'::text, 'manager'::text]))),
  constraint supplier_calls_pkey PRIMARY KEY (id),
  constraint supplier_calls_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text]))),
  constraint supplier_calls_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number),
  constraint supplier_calls_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);
CREATE UNIQUE INDEX one_open_call ON public.supplier_calls USING btree (po_number) WHERE (state = 'open'::text);

create table supplier_claims (
  id bigint generated always as identity not null,
  mail_id bigint not null,
  place integer not null,
  po_number text not null,
  po_line_id text,
  kind text not null,
  day date,
  units integer,
  quote text not null,
  read_by text not null,
  said_on date not null,
  promised_before date,
  may_apply boolean not null,
  why text not null,
  state text default 'proposed'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  applied_line_id text,
  applied_day date,
  applied_cancelled integer,
  constraint supplier_claims_applied_cancelled_check CHECK ((applied_cancelled >= 0)),
  constraint supplier_claims_check CHECK (((state = 'proposed'::text) = (decided_by IS NULL))),
  constraint supplier_claims_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  constraint supplier_claims_check2 CHECK (((state = ANY (ARRAY['applied'::text, 'undone'::text])) = (applied_line_id IS NOT NULL))),
  constraint supplier_claims_check3 CHECK ((may_apply = (why = ''::text))),
  constraint supplier_claims_decided_by_check CHECK ((decided_by <> ''::text)),
  constraint supplier_claims_kind_check CHECK ((kind = ANY (ARRAY['date'::text, 'none'::text, 'quantity'::text, 'split'::text, 'cancelled'::text, 'unclear'::text]))),
  constraint supplier_claims_mail_id_place_key UNIQUE (mail_id, place),
  constraint supplier_claims_pkey PRIMARY KEY (id),
  constraint supplier_claims_quote_check CHECK ((quote <> ''::text)),
  constraint supplier_claims_read_by_check CHECK ((read_by = ANY (ARRAY['rules'::text, 'model'::text]))),
  constraint supplier_claims_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'applied'::text, 'rejected'::text, 'asked'::text, 'undone'::text]))),
  constraint supplier_claims_units_check CHECK ((units >= 0)),
  constraint supplier_claims_applied_line_id_fkey FOREIGN KEY (applied_line_id) REFERENCES purchase_order_lines(id),
  constraint supplier_claims_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES inbound_mails(id),
  constraint supplier_claims_po_line_id_fkey FOREIGN KEY (po_line_id) REFERENCES purchase_order_lines(id),
  constraint supplier_claims_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number)
);
CREATE INDEX supplier_claims_by_order ON public.supplier_claims USING btree (po_number, id);

create table supplier_days_off (
  supplier_id text not null,
  day date not null,
  constraint supplier_days_off_pkey PRIMARY KEY (supplier_id, day),
  constraint supplier_days_off_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);

create table supplier_items (
  supplier_id text not null,
  sku text not null,
  pack_size integer default 1 not null,
  least_order integer default 1 not null,
  constraint supplier_items_least_order_check CHECK ((least_order > 0)),
  constraint supplier_items_pack_size_check CHECK ((pack_size > 0)),
  constraint supplier_items_pkey PRIMARY KEY (supplier_id, sku),
  constraint supplier_items_sku_fkey FOREIGN KEY (sku) REFERENCES skus(sku),
  constraint supplier_items_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);

create table supplier_looks (
  id boolean default true not null,
  looked_at timestamp with time zone not null,
  constraint supplier_looks_id_check CHECK (id),
  constraint supplier_looks_pkey PRIMARY KEY (id)
);

create table supplier_mail_occasions (
  about text not null,
  occasion text not null,
  mail_id text not null,
  constraint supplier_mail_occasions_pkey PRIMARY KEY (about, occasion),
  constraint supplier_mail_occasions_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES supplier_mails(id)
);

create table supplier_mails (
  id text not null,
  supplier_id text not null,
  po_number text,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  html text not null,
  attachment jsonb,
  state text not null,
  why text,
  made_by text not null,
  made_at timestamp with time zone not null,
  decided_by text,
  reason text,
  message_id text,
  settled_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint supplier_mails_body_check CHECK ((body <> ''::text)),
  constraint supplier_mails_check CHECK (((state = ANY (ARRAY['draft'::text, 'waiting'::text])) = (settled_at IS NULL))),
  constraint supplier_mails_check1 CHECK (((state = ANY (ARRAY['sent'::text, 'bounced'::text])) = (message_id IS NOT NULL))),
  constraint supplier_mails_check2 CHECK (((state = ANY (ARRAY['skipped'::text, 'dropped'::text])) = (reason IS NOT NULL))),
  constraint supplier_mails_check3 CHECK (((state <> 'skipped'::text) OR (decided_by IS NOT NULL))),
  constraint supplier_mails_check4 CHECK (((answered_at IS NULL) OR (state = 'sent'::text))),
  constraint supplier_mails_kind_check CHECK ((kind = ANY (ARRAY['purchase_order'::text, 'acknowledgement'::text, 'date_check'::text, 'overdue'::text, 'claim_question'::text, 'forecast'::text]))),
  constraint supplier_mails_made_by_check CHECK ((made_by <> ''::text)),
  constraint supplier_mails_message_id_key UNIQUE (message_id),
  constraint supplier_mails_pkey PRIMARY KEY (id),
  constraint supplier_mails_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'sent'::text, 'bounced'::text, 'dropped'::text, 'skipped'::text]))),
  constraint supplier_mails_subject_check CHECK ((subject <> ''::text)),
  constraint supplier_mails_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number),
  constraint supplier_mails_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);
CREATE UNIQUE INDEX one_supplier_draft ON public.supplier_mails USING btree (po_number) WHERE (state = 'draft'::text);
CREATE INDEX supplier_mails_by_order ON public.supplier_mails USING btree (po_number, made_at);

create table supplier_promises (
  id bigint generated always as identity not null,
  po_line_id text not null,
  promised_on date not null,
  given_on date not null,
  source text not null,
  claim_id bigint,
  constraint supplier_promises_pkey PRIMARY KEY (id),
  constraint supplier_promises_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES supplier_claims(id),
  constraint supplier_promises_po_line_id_fkey FOREIGN KEY (po_line_id) REFERENCES purchase_order_lines(id)
);
CREATE INDEX supplier_promises_by_claim ON public.supplier_promises USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX supplier_promises_by_day ON public.supplier_promises USING btree (given_on);
CREATE INDEX supplier_promises_by_line ON public.supplier_promises USING btree (po_line_id, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.supplier_promises FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.supplier_promises FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

create table supplier_questions (
  id bigint generated always as identity not null,
  po_number text not null,
  asked_on date not null,
  answered_on date,
  constraint supplier_questions_check CHECK ((answered_on >= asked_on)),
  constraint supplier_questions_pkey PRIMARY KEY (id),
  constraint supplier_questions_po_number_fkey FOREIGN KEY (po_number) REFERENCES purchase_orders(number)
);
CREATE INDEX supplier_questions_by_order ON public.supplier_questions USING btree (po_number);

create table supplier_terms (
  supplier_id text not null,
  agreed_on date not null,
  lead_days integer,
  on_time_rate double precision,
  fill_rate double precision,
  acknowledgement_days integer,
  defect_rate double precision,
  constraint supplier_terms_acknowledgement_days_check CHECK ((acknowledgement_days >= 0)),
  constraint supplier_terms_defect_rate_check CHECK (((defect_rate >= (0)::double precision) AND (defect_rate <= (1)::double precision))),
  constraint supplier_terms_fill_rate_check CHECK (((fill_rate >= (0)::double precision) AND (fill_rate <= (1)::double precision))),
  constraint supplier_terms_lead_days_check CHECK ((lead_days > 0)),
  constraint supplier_terms_on_time_rate_check CHECK (((on_time_rate >= (0)::double precision) AND (on_time_rate <= (1)::double precision))),
  constraint supplier_terms_pkey PRIMARY KEY (supplier_id, agreed_on),
  constraint supplier_terms_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id)
);

create table suppliers (
  id text not null,
  name text not null,
  email text,
  phone text,
  zone text not null,
  contact_name text,
  workdays integer[] default '{1,2,3,4,5}'::integer[] not null,
  holidays text default 'none'::text not null,
  constraint suppliers_holidays_check CHECK ((holidays = ANY (ARRAY['none'::text, 'us_federal'::text]))),
  constraint suppliers_pkey PRIMARY KEY (id),
  constraint suppliers_workdays_check CHECK (((cardinality(workdays) > 0) AND (workdays <@ '{0,1,2,3,4,5,6}'::integer[])))
);

create table team_questions (
  id uuid default gen_random_uuid() not null,
  proposal_id uuid not null,
  order_number text not null,
  message_id bigint not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  delivery text,
  constraint team_questions_asked_by_check CHECK ((asked_by <> ''::text)),
  constraint team_questions_delivery_check CHECK ((delivery = ANY (ARRAY['sent'::text, 'failed'::text]))),
  constraint team_questions_message_id_key UNIQUE (message_id),
  constraint team_questions_pkey PRIMARY KEY (id),
  constraint team_questions_proposal_id_key UNIQUE (proposal_id),
  constraint team_questions_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint team_questions_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number),
  constraint team_questions_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);
CREATE INDEX team_questions_not_settled ON public.team_questions USING btree (message_id) WHERE (delivery IS NULL);

create table words_heard (
  id bigint generated always as identity not null,
  order_number text not null,
  about text not null,
  recap jsonb not null,
  how text not null,
  said text not null,
  heard_by text not null,
  heard_at timestamp with time zone not null,
  constraint words_heard_about_check CHECK ((about = ANY (ARRAY['cancel'::text, 'express'::text, 'split'::text]))),
  constraint words_heard_heard_by_check CHECK ((heard_by <> ''::text)),
  constraint words_heard_how_check CHECK ((how = ANY (ARRAY['phone'::text, 'email'::text, 'in_person'::text]))),
  constraint words_heard_pkey PRIMARY KEY (id),
  constraint words_heard_said_check CHECK ((said <> ''::text)),
  constraint words_heard_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders(number)
);
CREATE INDEX words_heard_by_order ON public.words_heard USING btree (order_number);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.words_heard FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.words_heard FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
