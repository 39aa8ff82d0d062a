import { decideTaking, type TakingDecision, type TakingSituation } from '../domain/backorders/decide-taking.js';
import { freeUnits } from '../domain/backorders/free-units.js';
import type { ShipQuote } from '../domain/backorders/ship-quote.js';
import { stanceOf } from '../domain/backorders/stance.js';
import { dateIn } from '../domain/kernel/dates.js';
import type { Sku } from '../domain/kernel/ids.js';
import { type LocationStock, stockOf } from '../store/allocations.js';
import { stanceSetFor } from '../store/backorder-stances.js';
import { queueFor } from '../store/orders.js';
import { hasSupplier, type SellableProduct } from '../store/sellable-products.js';
import type { ToolContext } from './define-tool.js';
import { newOrderQuotes, stockQuote } from './new-order-quotes.js';

export interface DecidedTaking {
  readonly decision: TakingDecision;
  /** What could be had at most when not all of it can: the same question for so many units. Null when none. */
  readonly possible: Extract<TakingDecision, { kind: 'ship' | 'backorder' }> | null;
  readonly situation: TakingSituation;
  readonly stock: readonly LocationStock[];
}

type Asking = Pick<ToolContext, 'sql' | 'now' | 'policy' | 'rules'>;

/** Whether a unit of a SKU lies free now, of which nothing but stock and queue decides. */
export async function liesFree(sku: Sku, { sql, rules }: Pick<Asking, 'sql' | 'rules'>): Promise<boolean> {
  const [stock, queue] = await Promise.all([stockOf(sql, sku), queueFor(sql, sku)]);
  return freeUnits(stock, rules.backorders.salesChannel, unitsIn(queue)) >= 1;
}

const unitsIn = (queue: Awaited<ReturnType<typeof queueFor>>): number =>
  queue.reduce((units, { quantity }) => units + quantity, 0);

/** Whether and when so many units of a product can be had now, from stock, queue, open orders and the shop's stance. */
export async function decideForProduct(
  { sku, category }: SellableProduct,
  wanted: number,
  context: Asking,
): Promise<DecidedTaking> {
  const { sql, now, policy } = context;
  const { stances, salesChannel, ...limits } = context.rules.backorders;
  const [stock, queue, setByManager, bought] = await Promise.all([
    stockOf(sql, sku),
    queueFor(sql, sku),
    stanceSetFor(sql, sku),
    hasSupplier(sql, sku),
  ]);
  const waitingUnits = unitsIn(queue);
  const situation: TakingSituation = {
    today: dateIn(policy.zone, now),
    freeUnits: freeUnits(stock, salesChannel, waitingUnits),
    waitingUnits,
    stance: stanceOf({ sku, category }, stances, setByManager),
    hasSupplier: bought,
    limits,
  };
  // the suppliers' record is read only where a date depends on it
  const quotes =
    wanted <= situation.freeUnits
      ? { fromStock: stockQuote(context), waiting: notAsked }
      : await newOrderQuotes(sku, waitingUnits, context);
  const decision = decideTaking(wanted, situation, quotes);
  const possible = decision.kind === 'only' ? decideTaking(decision.units, situation, quotes) : decision;
  return {
    decision,
    possible: possible.kind === 'ship' || possible.kind === 'backorder' ? possible : null,
    situation,
    stock,
  };
}

function notAsked(): ShipQuote {
  throw new Error('What lies free needs no estimate');
}
