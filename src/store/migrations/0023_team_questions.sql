-- What somebody of the team asked a shopper in their own chat. What exactly, and how it ended, stands with the proposal.
create table team_questions (
  id uuid primary key default gen_random_uuid(),
  -- the question as it stands now: asked anew when the facts moved, it is another proposal
  proposal_id uuid not null unique references proposals,
  order_number text not null references orders,
  message_id bigint not null unique references messages,
  asked_by text not null check (asked_by <> ''),
  asked_at timestamptz not null,
  -- whether the channel took it; null while nobody knows
  delivery text check (delivery in ('sent', 'failed'))
);
create index team_questions_not_settled on team_questions (message_id) where delivery is null;
