import type { ShopDays } from '../shop-days.js';
import type { Announced } from '../suppliers/purchasing.js';
import type { LinePlan } from './order-plan.js';

/** What the shop said at order time about when a line would ship. `shipBy` in days from today; null: nothing said. */
interface Statement {
  readonly shipBy: number | null;
  readonly basis: string;
}

const SHELF_DAYS = 2;
export const DOCK_TO_CARRIER_DAYS = 4;
const USUAL_RESTOCK_DAYS = 28;

/**
 * From the shelf: two days. Sold out: the supplier's date known on that day and what it takes from the dock to the
 * carrier; a date that had passed already was of no use, so the usual restocking time; nothing announced, no date.
 */
function statementFor(placed: number, line: LinePlan, soldOut: boolean, announced: readonly Announced[]): Statement {
  if (line.shipBy !== undefined) return { shipBy: line.shipBy, basis: 'usual restocking time' };
  if (!soldOut) return { shipBy: Math.floor(placed) + SHELF_DAYS, basis: 'in stock when ordered' };
  const known = announced.filter(({ givenOn }) => givenOn < placed);
  const useful = known.find(({ promisedOn }) => promisedOn > placed);
  if (useful)
    return { shipBy: useful.promisedOn + DOCK_TO_CARRIER_DAYS, basis: `supplier's date on ${useful.poNumber}` };
  if (known.length > 0) return { shipBy: Math.floor(placed) + USUAL_RESTOCK_DAYS, basis: 'usual restocking time' };
  return { shipBy: null, basis: 'no date stated' };
}

export function statedFor(placed: number, line: LinePlan, announced: readonly Announced[]): Statement {
  const soldOut = line.fate.kind === 'waiting' || (line.fate.kind === 'sent' && line.fate.waitedUntil !== undefined);
  return statementFor(placed, line, soldOut, announced);
}

export function statementRow(placed: number, { shipBy, basis }: Statement, orderLineId: string, days: ShopDays) {
  return {
    order_line_id: orderLineId,
    ship_by: shipBy === null ? null : days.day(shipBy),
    basis,
    stated_at: days.at(placed),
  };
}
