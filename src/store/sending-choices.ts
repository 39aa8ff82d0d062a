import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import type { OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import type { Money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';
import type { OrderRecord } from './orders.js';

/** What a customer agreed to about how their order is sent: what it costs, by which method, when and where they said so. */
interface Agreed {
  readonly orderNumber: OrderNumber;
  readonly cost: Money;
  readonly chargedTo: string;
  readonly at: Instant;
  readonly agreedIn: string;
  /** What was asked of the shop's own system: the choice counts once that is confirmed. Null where the desk's book is the record. */
  readonly requestId: string | null;
}

export interface SplitAgreed extends Agreed {
  /** `aheadUnits`: units of the line that may have left once this split is carried out, earlier ones counted in. */
  readonly lines: readonly {
    readonly orderLineId: OrderLineId;
    readonly sku: Sku;
    readonly units: number;
    readonly aheadUnits: number;
  }[];
}

/** Writes a split down: its units are on their way out, from now or from the shop's receipt on. The caller holds the order. */
export async function recordSplit(tx: Tx, split: SplitAgreed): Promise<void> {
  const [row] = await tx`insert into order_splits ${tx(agreed(split))} returning id`;
  const splitId = z.int().parse(row?.id);
  const lines = split.lines.map(({ orderLineId, sku, units, aheadUnits }) => ({
    split_id: splitId,
    order_line_id: orderLineId,
    sku,
    units,
    ahead_units: aheadUnits,
  }));
  await tx`insert into order_split_lines ${tx(lines)}`;
  await tx`update orders set version = version + 1 where number = ${split.orderNumber}`;
}

export interface UpgradeAgreed extends Agreed {
  readonly from: OrderRecord['shippingService'];
  readonly to: OrderRecord['shippingService'];
  readonly freeBecause: 'tier' | 'offer' | null;
}

/**
 * Writes a faster service down and lets what has not left go by it; where the shop was asked, that waits for its receipt.
 * The caller holds the order.
 */
export async function recordUpgrade(tx: Tx, upgrade: UpgradeAgreed): Promise<void> {
  const { from, to, freeBecause, orderNumber, requestId } = upgrade;
  const row = { ...agreed(upgrade), from_service: from, to_service: to, free_because: freeBecause };
  await tx`insert into shipping_upgrades ${tx(row)}`;
  if (requestId === null) await setShippingService(tx, orderNumber, to);
}

const agreed = ({ orderNumber, cost, chargedTo, at, agreedIn, requestId }: Agreed) => ({
  order_number: orderNumber,
  cost_cents: cost.cents,
  currency: cost.currency,
  charged_to: chargedTo,
  agreed_at: at,
  agreed_in: agreedIn,
  request_id: requestId,
});

/** Whether an offer of free express for an order is live. */
export async function hasFreeExpress(sql: SqlOrTx, number: OrderNumber): Promise<boolean> {
  const rows = await sql`
    select from offers where order_number = ${number} and kind = 'free_express' and state <> 'void'`;
  return rows.length > 0;
}

export async function setShippingService(tx: Tx, number: OrderNumber, service: 'standard' | 'express'): Promise<void> {
  await tx`update orders set shipping_service = ${service}, version = version + 1 where number = ${number}`;
}
