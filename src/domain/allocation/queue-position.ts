import { compareInstants, type Instant } from '../kernel/dates.js';
import type { OrderLineId } from '../kernel/ids.js';

/** A line that waits for one SKU, with the units it still needs and since when it waits. */
export interface WaitingLine {
  readonly orderLineId: OrderLineId;
  readonly quantity: number;
  readonly backorderedAt: Instant;
}

/**
 * Where `mine` stands among the lines that wait for its SKU: first come, first served by `backorderedAt`, then by line
 * id compared as plain characters (in SQL: `collate "C"`). `position` counts from 1, `unitsAhead` are the units wanted
 * by the lines before mine, `length` counts all waiting lines. Declines when `mine` is not among them.
 */
export function queuePosition(
  lines: readonly WaitingLine[],
  mine: OrderLineId,
): { kind: 'queued'; position: number; unitsAhead: number; length: number } | { kind: 'not_queued' } {
  const own = lines.find((line) => line.orderLineId === mine);
  if (!own) return { kind: 'not_queued' };
  const ahead = lines.filter((line) => isAhead(line, own));
  const unitsAhead = ahead.reduce((units, line) => units + line.quantity, 0);
  return { kind: 'queued', position: ahead.length + 1, unitsAhead, length: lines.length };
}

function isAhead(line: WaitingLine, own: WaitingLine): boolean {
  const byTime = compareInstants(line.backorderedAt, own.backorderedAt);
  return byTime === 0 ? line.orderLineId < own.orderLineId : byTime < 0;
}
