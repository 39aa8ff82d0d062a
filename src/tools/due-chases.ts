import { makeBusinessCalendar } from '../domain/kernel/business-calendar.js';
import { addDays, clockIn, dateIn } from '../domain/kernel/dates.js';
import type { SupplierId } from '../domain/kernel/ids.js';
import { isHighRisk, type RiskFacts } from '../domain/suppliers/chase-risk.js';
import { type Chase, type ChaseRules, chaseDue } from '../domain/suppliers/chase-schedule.js';
import { supplierScorecard } from '../domain/suppliers/supplier-scorecard.js';
import type { SupplierPolicy } from '../knowledge/supplier-policy.js';
import type { PurchaseOrder, SupplierContact } from '../store/purchase-orders.js';
import { type ChaseStanding, chaseStandings } from '../store/supplier-chases.js';
import { supplierFacts } from '../store/supplier-records.js';
import type { ToolContext } from './define-tool.js';
import { supplyShares } from './supply-shares.js';
import { waitingOf } from './waiting-revenue.js';
import { askedLine, type SupplierMailFacts } from './word-supplier-mail.js';

export interface DueChase {
  readonly order: PurchaseOrder;
  readonly chase: Chase;
  readonly isHighRisk: boolean;
  readonly risk: RiskFacts;
}

/** The record that a risk rests on is that of a year; its orders were written before it. */
const RECORD_DAYS = 365;
const READ_DAYS = 800;

/**
 * Which of some open orders their suppliers are to be asked about now: by the schedule of the policy, oftener where risk is
 * high. How much waits and how the supplier did is read only of those that either schedule would ask about.
 */
export async function dueChases(orders: readonly PurchaseOrder[], context: ToolContext): Promise<DueChase[]> {
  const { sql, now, rules } = context;
  const { suppliers: policy } = rules;
  // without a way to send there is nothing to draft
  if (!context.mail.connected) return [];
  const reachable = orders.filter(
    ({ state, supplier }) => state === 'open' && supplier.email !== null && isWithinHours(supplier, policy, context),
  );
  if (reachable.length === 0) return [];
  const standings = await chaseStandings(
    sql,
    reachable.map(({ poNumber }) => poNumber),
  );
  const due = reachable.flatMap((order) => {
    const standing = standings.get(order.poNumber);
    if (!standing || standing.isUnderWay) return [];
    const today = dateIn(order.supplier.zone, now);
    const history = historyOf(standing, order.supplier);
    const ask = (pace: 'usual' | 'highRisk') =>
      chaseDue(toChase(order), chaseRules(policy, pace, order.supplier), history, today);
    const [usual, highRisk] = [ask('usual'), ask('highRisk')];
    return usual || highRisk ? [{ order, usual, highRisk }] : [];
  });
  const risks = await risksOf(
    due.map(({ order }) => order),
    context,
  );
  return due.flatMap(({ order, usual, highRisk }): DueChase[] => {
    const risk = risks.get(order.poNumber) ?? { slipP90: null, waitingOrders: 0, revenueWaitingCents: 0 };
    const isHigh = isHighRisk(risk, policy.highRisk);
    const chase = isHigh ? highRisk : usual;
    return chase ? [{ order, chase, isHighRisk: isHigh, risk }] : [];
  });
}

const isWithinHours = ({ zone }: SupplierContact, { hours }: SupplierPolicy, { now }: ToolContext): boolean => {
  const clock = clockIn(zone, now);
  return clock >= hours.from && clock < hours.until;
};

const toChase = ({ orderedOn, acknowledgedOn, lines }: PurchaseOrder) => ({
  orderedOn,
  acknowledgedOn,
  lines: lines.map(({ openQuantity, promisedOn, givenOn }) => ({ isOpen: openQuantity > 0, promisedOn, givenOn })),
});

/** When somebody works at a supplier. */
const calendarOf = ({ workdays, holidays, daysOff }: SupplierContact) =>
  makeBusinessCalendar({ workdays, holidays, ownDaysOff: daysOff });

const chaseRules = (policy: SupplierPolicy, pace: 'usual' | 'highRisk', supplier: SupplierContact): ChaseRules => ({
  acknowledgement: policy.acknowledgement,
  dateChecks: policy.dateChecks[pace],
  quietDays: policy.quietDays[pace],
  calendar: calendarOf(supplier),
});

const historyOf = ({ told, lastAt, isAnswerUndecided }: ChaseStanding, { zone }: SupplierContact) => ({
  told: new Set(told),
  lastOn: lastAt && dateIn(zone, lastAt),
  isAnswerUndecided,
});

/** How bad it would be not to know: the supplier's record, and what waits for the goods. */
async function risksOf(orders: readonly PurchaseOrder[], context: ToolContext): Promise<Map<string, RiskFacts>> {
  if (orders.length === 0) return new Map();
  const { sql, now, policy } = context;
  const today = dateIn(policy.zone, now);
  const skus = [...new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  const shares = await supplyShares(context, skus);
  const slips = new Map<SupplierId, number | null>();
  for (const supplierId of new Set(orders.map(({ supplier }) => supplier.supplierId))) {
    const facts = await supplierFacts(sql, supplierId, addDays(today, -READ_DAYS));
    slips.set(supplierId, supplierScorecard(facts, { from: addDays(today, -RECORD_DAYS), to: today }).slipP90.value);
  }
  return new Map(
    orders.map(({ poNumber, supplier, lines }) => {
      const waiting = waitingOf(
        lines.flatMap(({ poLineId }) => shares.get(poLineId) ?? []),
        policy.currency,
      );
      return [
        poNumber,
        {
          slipP90: slips.get(supplier.supplierId) ?? null,
          waitingOrders: waiting.waitingOrders,
          revenueWaitingCents: waiting.revenueWaiting.cents,
        },
      ];
    }),
  );
}

/** What the mail about a chase tells: of the lines that are still to come, those it is about. */
export function chaseFacts({ poNumber, orderedOn, lines }: PurchaseOrder, chase: Chase): SupplierMailFacts {
  const open = lines.filter(({ openQuantity }) => openQuantity > 0);
  if (chase.kind === 'acknowledgement')
    return { kind: 'acknowledgement', poNumber, orderedOn, lines: open.map(askedLine) };
  const { kind, promisedOn } = chase;
  return { kind, poNumber, promisedOn, lines: open.filter((line) => line.promisedOn === promisedOn).map(askedLine) };
}
