-- What the language model has cost, by day and conversation, so that every process holds the same limits; and the notes
-- it keeps of what a long conversation was about.
create table model_usage (
  day date not null,
  conversation_id text not null references conversations (id),
  requests integer not null default 0 check (requests >= 0),
  input_tokens bigint not null default 0 check (input_tokens >= 0),
  output_tokens bigint not null default 0 check (output_tokens >= 0),
  -- millionths of a dollar, or whatever the provider's price list is in
  cost_micros bigint not null default 0 check (cost_micros >= 0),
  primary key (day, conversation_id)
);
create index model_usage_by_conversation on model_usage (conversation_id);

alter table conversations add column summary jsonb;
