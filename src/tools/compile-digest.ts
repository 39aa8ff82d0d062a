import { z } from 'zod';
import { addDays, addToInstant, dateIn, type Instant, LocalDate } from '../domain/kernel/dates.js';
import type { OrderLineId } from '../domain/kernel/ids.js';
import { money } from '../domain/kernel/money.js';
import { decisionsSince, deskFigures, freshness, ordersAtRisk } from '../store/digest-facts.js';
import { digestBefore } from '../store/digests.js';
import { budgetLeft } from '../store/offer-budget.js';
import { snoozedOn } from '../store/snoozes.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { DigestFacts } from './digest-facts.js';
import { legalClock } from './digest-legal-clock.js';
import { arrivalsToday, callsToMake, freeUnits, willRunOut, worthOfLines } from './digest-supply.js';
import { insightSince } from './get-conversation-insight.js';
import { listNewStockouts } from './list-new-stockouts.js';
import { listSupplierSlips } from './list-supplier-slips.js';
import { servingOrders } from './serving-order.js';
import { stockOutlooks } from './stock-outlook.js';

const MOST_READ = 200;
/** Before a channel's first digest, what changed is what changed in a day. */
const FIRST_SPAN = { hours: -24 };

/**
 * The manager's morning: what must be decided, what changed since the last digest of a channel, how the desk did, and
 * what came of yesterday's decisions. Every part is one read over everything (docs/digest.md).
 */
export const compileDigest = defineTool({
  name: 'compile_digest',
  effect: 'read',
  audience: ['lead', 'manager', 'system'],
  description:
    'Compile the daily digest: decisions, legal clock, stock-outs, slips, what will run out, customers at risk, arrivals, the desk itself, yesterday’s decisions.',
  input: z.object({
    /** Whose last digest counts as told; without it, everything of the last day is news. */
    channel: z.string().min(1).optional(),
    /** The channel's local date; the shop's where absent. */
    on: LocalDate.optional(),
  }),
  output: DigestFacts.extend({ kind: z.literal('compiled') }),
  authorize: () => true,
  async run({ channel, on }, context) {
    const { sql, now, policy, rules } = context;
    const today = dateIn(policy.zone, now);
    const last = channel === undefined ? null : await digestBefore(sql, channel, on ?? today);
    const since: Instant = last?.compiledAt ?? addToInstant(now, FIRST_SPAN);
    const sift = sifter(await snoozedOn(sql, on ?? today), last?.told ?? {}, rules.digest.mostPerSection);
    const [queues, due, atRisk] = await Promise.all([
      servingOrders(context),
      legalClock(context),
      ordersAtRisk(sql, { today, slips: rules.digest.slips, waitDays: rules.digest.longWaitDays }),
    ]);
    // one after another: dates and forecasts take the processor, and connections being opened would wait too long for it
    const stockouts = await listNewStockouts.run({ since, limit: MOST_READ }, context);
    const slips = await listSupplierSlips.run({ since, limit: MOST_READ }, context);
    const outlooks = await stockOutlooks(context);
    const worth = worthOfLines(queues.values(), policy.currency);
    const worthOf = (ids: readonly OrderLineId[]) =>
      money(
        [...new Set(ids)].reduce((cents, id) => cents + (worth.get(id) ?? 0), 0),
        policy.currency,
      );
    const customers = atRisk
      .map((order) => ({
        ...order,
        item: `customer:${order.orderNumber}`,
        revenueWaiting: worthOf(order.orderLineIds),
      }))
      .sort((a, b) => b.revenueWaiting.cents - a.revenueWaiting.cents || (a.orderNumber < b.orderNumber ? -1 : 1));
    const unassigned = customers.filter(({ isEscalated }) => !isEscalated);
    const sections = {
      due: sift.always(due),
      stockouts: sift.news(
        stockouts.stockouts.map((one) => ({ ...one, item: `stockout:${one.sku}` })),
        ({ outSince }) => outSince,
      ),
      slips: sift.news(
        slips.slips.map((one) => ({ ...one, item: `slip:${one.poLineId}` })),
        ({ oldPromisedOn, newPromisedOn }) => `${oldPromisedOn} ${newPromisedOn}`,
      ),
      willRunOut: sift.news(await willRunOut(outlooks, context), ({ order, reasons }) =>
        [order ? 'order' : 'wait', ...reasons].join(' '),
      ),
      customers: sift.news(unassigned, ({ tier, slips: times, waitedDays, daysLate }) =>
        [tier, times, waitedDays >= rules.digest.longWaitDays, daysLate > 0].join(' '),
      ),
      free: sift.always(await freeUnits(outlooks, context)),
      arrivals: sift.always(await arrivalsToday(outlooks, today, context)),
      calls: sift.always(await callsToMake(context)),
    };
    const named = [
      ...sections.due.all.flatMap(({ orderLineIds }) => orderLineIds),
      ...sections.stockouts.all.flatMap(({ sku }) => (queues.get(sku) ?? []).map(({ orderLineId }) => orderLineId)),
      ...sections.slips.all.flatMap(({ orderLineIds }) => orderLineIds),
      ...sections.customers.all.flatMap(({ orderLineIds }) => orderLineIds),
    ];
    return {
      kind: 'compiled' as const,
      shopName: policy.name,
      todayOn: today,
      compiledAt: now,
      since,
      sinceOn: dateIn(policy.zone, since),
      decisions:
        Number(sections.due.all.length > 0) +
        sections.free.all.length +
        sections.calls.all.length +
        Number(sections.customers.all.length > 0),
      revenueAtRisk: worthOf(named),
      dueWithinHours: rules.digest.dueWithinHours,
      ...sections,
      customersWithColleague: customers.length - unassigned.length,
      ...(await aboutTheDesk(since, today, context)),
      told: sift.told,
    };
  },
});

interface Named {
  readonly item: string;
}

/** Sorts out what is snoozed and, of what may be told once, what was told already. */
function sifter(snoozed: ReadonlyMap<string, LocalDate>, before: Readonly<Record<string, string>>, most: number) {
  const told: Record<string, string> = {};
  const sectionOf = <Item extends Named>(all: readonly Item[], newsOf: ((item: Item) => string) | null) => {
    const awake = all.filter(({ item }) => !snoozed.has(item));
    const news = newsOf ? awake.filter((one) => before[one.item] !== newsOf(one)) : awake;
    for (const one of awake) told[one.item] = newsOf?.(one) ?? '';
    return {
      /** What is news, whole: for sums. */
      all: news,
      items: news.slice(0, most),
      more: Math.max(0, news.length - most),
      unchanged: awake.length - news.length,
      snoozed: all.length - awake.length,
    };
  };
  return {
    told,
    always: <Item extends Named>(all: readonly Item[]) => sectionOf(all, null),
    news: <Item extends Named>(all: readonly Item[], newsOf: (item: Item) => string) => sectionOf(all, newsOf),
  };
}

const MOST_DECISIONS = 10;

async function aboutTheDesk(since: Instant, today: LocalDate, context: ToolContext) {
  const { sql, now, policy, rules } = context;
  const limits = rules.incentives.budget;
  const [figures, { total }, decisions, fresh, left] = await Promise.all([
    deskFigures(sql, { since, today, shopAskedBefore: addToInstant(now, { hours: -rules.digest.shopAnswerHours }) }),
    insightSince(since, context),
    decisionsSince(sql, since),
    freshness(sql),
    budgetLeft(sql, limits, today),
  ]);
  const { offerCents, shopUnansweredSince, ...counts } = figures;
  const stale = (last: LocalDate | null) =>
    last !== null && last <= addDays(today, -rules.digest.staleAfterDays) ? last : null;
  const cents = (amount: number) => money(amount, policy.currency);
  return {
    desk: {
      ...counts,
      resolved: total.resolved + total.resolvedByPerson,
      unresolved: total.unresolved,
      ratedHelpful: total.ratedHelpful,
      ratings: total.ratedHelpful + total.ratedNotHelpful,
      shopUnansweredSince: shopUnansweredSince && dateIn(policy.zone, shopUnansweredSince),
      offersCost: cents(offerCents),
      budgetPerDay: cents(limits.perDayCents),
      campaignLeft: cents(left.campaign),
    },
    decided: decisions.slice(0, MOST_DECISIONS).map(({ kind, by, about, amount, outcome }) => ({
      kind,
      by,
      about,
      units: kind === 'allocated' ? amount : null,
      worth: kind !== 'allocated' && amount !== null ? cents(amount) : null,
      outcome,
    })),
    decidedMore: Math.max(0, decisions.length - MOST_DECISIONS),
    stale: {
      noReceiptSince: stale(fresh.lastReceiptOn),
      noScanSince: stale(fresh.lastScanAt && dateIn(policy.zone, fresh.lastScanAt)),
    },
  };
}
