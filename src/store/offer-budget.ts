import { z } from 'zod';
import type { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { SqlOrTx, Tx } from './connect.js';

export interface BudgetLimits {
  readonly perDayCents: number;
  readonly perCampaignCents: number;
  readonly campaign: string;
}

interface Budget {
  readonly name: string;
  readonly limitCents: number;
}

const budgetsOf = (limits: BudgetLimits, today: LocalDate): { day: Budget; campaign: Budget } => ({
  day: { name: `day:${today}`, limitCents: limits.perDayCents },
  campaign: { name: `campaign:${limits.campaign}`, limitCents: limits.perCampaignCents },
});

/** What is left of the day's and the campaign's budget, in cents. */
export async function budgetLeft(
  sql: SqlOrTx,
  limits: BudgetLimits,
  today: LocalDate,
): Promise<{ day: number; campaign: number }> {
  const { day, campaign } = budgetsOf(limits, today);
  const rows = await sql`
    select name, spent_cents as spent from offer_budgets where name in (${day.name}, ${campaign.name})`;
  const spent = new Map(rows.map((row) => [z.string().parse(row.name), z.int().parse(row.spent)]));
  const left = ({ name, limitCents }: Budget) => Math.max(0, limitCents - (spent.get(name) ?? 0));
  return { day: left(day), campaign: left(campaign) };
}

/**
 * Takes an offer's cost from both budgets, with an entry each. False when one of them has too little left: then the
 * caller's transaction must not go on. Two at once take turns on the budget's row, so that it is never overdrawn.
 */
export async function spendBudget(
  tx: Tx,
  {
    limits,
    today,
    offerId,
    cents,
    at,
  }: { limits: BudgetLimits; today: LocalDate; offerId: string; cents: number; at: Instant },
): Promise<boolean> {
  const { day, campaign } = budgetsOf(limits, today);
  // always in this order, so that two never wait for each other
  for (const { name, limitCents } of [campaign, day]) {
    await tx`
      insert into offer_budgets (name, limit_cents) values (${name}, ${limitCents})
      on conflict (name) do update set limit_cents = greatest(excluded.limit_cents, offer_budgets.spent_cents)`;
    const spent = await tx`
      update offer_budgets set spent_cents = spent_cents + ${cents} where name = ${name} and spent_cents + ${cents} <= limit_cents`;
    if (spent.count !== 1) return false;
    await tx`insert into offer_budget_entries (budget, offer_id, cents, at) values (${name}, ${offerId}, ${cents}, ${at})`;
  }
  return true;
}

/** Gives a void offer's cost back to the budgets it came from, once. */
export async function returnToBudget(tx: Tx, offerId: string, at: Instant): Promise<void> {
  const spent = await tx`
    insert into offer_budget_entries (budget, offer_id, cents, at)
    select budget, offer_id, -cents, ${at} from offer_budget_entries where offer_id = ${offerId} and cents > 0
    order by budget returning budget, cents`;
  for (const { budget, cents } of spent)
    await tx`update offer_budgets set spent_cents = spent_cents + ${cents} where name = ${budget}`;
}

/** Makes grants take turns until the transaction ends, so that what is left is still left when it is spent. */
export async function takeTurnAtBudget(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('offer-budget', 0))`;
}
