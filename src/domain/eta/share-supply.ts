import type { OrderLineId, PurchaseOrderLineId } from '../kernel/ids.js';

/** Units of a purchase order line that go to an order line. */
export interface ServedShare {
  readonly poLineId: PurchaseOrderLineId;
  readonly orderLineId: OrderLineId;
  readonly units: number;
}

/**
 * Who is served by which purchase order line, when supplies come in the order given and lines are served in theirs: what
 * serveQueue says for one line, for all of a SKU at once. What supplies do not reach has no share.
 */
export function shareSupply(
  supplies: readonly { readonly poLineId: PurchaseOrderLineId; readonly openQuantity: number }[],
  lines: readonly { readonly orderLineId: OrderLineId; readonly quantity: number }[],
): ServedShare[] {
  const shares: ServedShare[] = [];
  let at = 0;
  let wanted = lines[0]?.quantity ?? 0;
  for (const { poLineId, openQuantity } of supplies) {
    let left = openQuantity;
    for (let line = lines[at]; line && left > 0; line = lines[at]) {
      const units = Math.min(left, wanted);
      if (units > 0) shares.push({ poLineId, orderLineId: line.orderLineId, units });
      left -= units;
      wanted -= units;
      if (wanted > 0) continue;
      at += 1;
      wanted = lines[at]?.quantity ?? 0;
    }
  }
  return shares;
}
