-- The gate looks up what the last message asked, whatever became of it since. A message asks one thing.
create unique index one_question_a_message on proposals (conversation_id, asked_in_seq) where asked_in_seq is not null;
