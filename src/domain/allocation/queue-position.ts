import type { OrderLineId } from '../kernel/ids.js';

/**
 * Where `mine` stands among lines that are in the order in which they are served (see allocationOrder). `position`
 * counts from 1, `unitsAhead` are the units wanted by the lines before mine, `length` counts all waiting lines.
 * Declines when `mine` is not among them.
 */
export function queuePosition(
  inOrder: readonly { readonly orderLineId: OrderLineId; readonly quantity: number }[],
  mine: OrderLineId,
): { kind: 'queued'; position: number; unitsAhead: number; length: number } | { kind: 'not_queued' } {
  let unitsAhead = 0;
  for (const [index, { orderLineId, quantity }] of inOrder.entries()) {
    if (orderLineId === mine) return { kind: 'queued', position: index + 1, unitsAhead, length: inOrder.length };
    unitsAhead += quantity;
  }
  return { kind: 'not_queued' };
}
