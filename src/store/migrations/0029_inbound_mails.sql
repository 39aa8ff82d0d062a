-- Mail that came in: kept as it came before it is acknowledged, and what was found out about it. Attachments stay in the
-- raw mail and are never opened.
create table inbound_mails (
  id bigint generated always as identity primary key,
  -- its Message-ID; of a mail without one, the SHA-256 of all of it
  external_id text not null unique,
  raw bytea not null,
  received_at timestamptz not null,
  -- the address in From, lower case; null where there is none, or more than one
  sender text,
  recipients text[] not null,
  subject text not null,
  -- the Date header as written
  dated text not null,
  text text not null,
  -- by lower-case name; several of one name in a list
  headers jsonb not null,
  -- name, type and bytes of each
  attachments jsonb not null,
  -- what the reply address it came to stands for
  answers_kind text check (answers_kind in ('po', 'notice')),
  answers_id text,
  -- the Message-IDs of In-Reply-To and References, the nearest first
  answers_messages text[] not null,
  -- of a bounce, the Message-ID of the mail that came back
  returned_message_id text,
  -- what it is; null until it has been sorted
  kind text check (kind in ('supplier', 'notice_answer', 'customer', 'automatic', 'unknown')),
  -- why it is that, or what came of it, in a word for the record
  because text,
  po_number text references purchase_orders,
  notice_id text references delay_notices,
  customer_id text references customers,
  conversation_id text references conversations,
  sorted_at timestamptz,
  check ((answers_kind is null) = (answers_id is null)),
  check ((kind is null) = (sorted_at is null))
);
create index inbound_mails_by_order on inbound_mails (po_number, id) where po_number is not null;
create index inbound_mails_by_notice on inbound_mails (notice_id, id) where notice_id is not null;
create index delay_notices_by_message on delay_notices (message_id) where message_id is not null;
