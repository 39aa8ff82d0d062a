-- Half of the working time that somebody has to look: then the team is reminded.
alter table hand_off_rules add column remind_at timestamptz;

-- Who of the team has it, when a person first answered, and what came of it.
alter table hand_offs
  add column claimed_by text,
  add column claimed_name text,
  add column claimed_at timestamptz,
  add column answered_at timestamptz,
  add column closed_by text,
  add column outcome text check (outcome in ('solved', 'follow_up', 'no_answer', 'not_needed', 'returned')),
  add constraint claimed_by_somebody check ((claimed_by is null) = (claimed_at is null)),
  add constraint closed_with_an_outcome check ((closed_by is null) = (outcome is null));

-- What happened in a hand-off, in order. Its thread in Slack shows these and the shopper's messages. One hand-off's entries
-- are written under the lock of its row, so they are committed in the order of their ids.
create table hand_off_entries (
  id bigint generated always as identity primary key,
  hand_off_id bigint not null references hand_offs,
  kind text not null check (kind in ('opened', 'raised', 'claimed', 'reply', 'note', 'note_changed', 'note_deleted',
    'reminded', 'overdue', 'late', 'returned', 'closed')),
  -- who did it; null for the desk itself
  by_id text,
  by_name text,
  -- somebody's words; of a reminder the rank it is for, of an overdue one the rank it went to
  text text,
  -- the message in Slack that it was written as, which may be edited or deleted there later
  source text,
  -- a reply: the message of the transcript, and what became of its sending
  message_id bigint references messages,
  delivery text check (delivery in ('sent', 'failed')),
  made_at timestamptz not null default clock_timestamp(),
  check ((kind = 'reply') = (message_id is not null)),
  check (delivery is null or kind = 'reply')
);
create index hand_off_entries_in_order on hand_off_entries (hand_off_id, id);
create unique index each_reply_of_slack_once on hand_off_entries (source) where kind in ('reply', 'note');
create index hand_off_replies_on_their_way on hand_off_entries (id) where kind = 'reply' and delivery is null;
-- each rank is reminded once, and gets it once
create unique index each_reminder_once on hand_off_entries (hand_off_id, kind, text)
  where kind in ('reminded', 'overdue', 'late');

-- A conversation's one thread: how far it shows what was said and what happened.
create table hand_off_threads (
  conversation_id text primary key references conversations,
  shown_seq integer not null,
  shown_entry bigint not null default 0
);

create index slack_messages_by_place on slack_messages (channel, ts);
