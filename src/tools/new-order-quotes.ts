import type { Quotes } from '../domain/backorders/decide-taking.js';
import { quoteFromStock, quoteFromSupply, type ShipQuote } from '../domain/backorders/ship-quote.js';
import { estimateEta } from '../domain/eta/estimate-eta.js';
import { dateIn } from '../domain/kernel/dates.js';
import { OrderLineId, type Sku } from '../domain/kernel/ids.js';
import { openSupplyFor } from '../store/purchasing.js';
import type { ToolContext } from './define-tool.js';
import { etaContext } from './eta-context.js';
import { shopCalendar } from './shop-calendar.js';

type Reading = Pick<ToolContext, 'sql' | 'now' | 'policy'>;

/** An order that is not placed yet has no line; it would stand behind everyone. */
const NOT_PLACED = OrderLineId.parse('NEW-1');

/** When units that lie free would ship: what every quote from the shelf says today. */
export function stockQuote({ now, policy }: Pick<Reading, 'now' | 'policy'>): ShipQuote {
  const { packingDays, transitDays } = policy.fulfilment;
  const today = dateIn(policy.zone, now);
  return quoteFromStock({ today, calendar: shopCalendar(policy), packingDays, transitDays: transitDays.standard });
}

/** Quotes for units of a SKU ordered now, at the end of its queue; each number of units is worked out once. */
export async function newOrderQuotes(sku: Sku, unitsAhead: number, { sql, now, policy }: Reading): Promise<Quotes> {
  const today = dateIn(policy.zone, now);
  const [supply, context] = await Promise.all([
    openSupplyFor(sql, sku),
    etaContext(sql, { today, policy, service: 'standard' }),
  ]);
  const known = new Map<number, ShipQuote>();
  return {
    fromStock: stockQuote({ now, policy }),
    waiting(units) {
      const before = known.get(units);
      if (before) return before;
      const backorder = { orderLineId: NOT_PLACED, sku, quantity: units, unitsAhead };
      const quote = quoteFromSupply(estimateEta(backorder, supply, context), today);
      known.set(units, quote);
      return quote;
    },
  };
}
