import type { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { explainEta } from '../tools/explain-eta.js';
import { printAnswer } from './ask-tool.js';

/** Why the dates of an order, of one of its lines, or of a SKU ordered now are what they are: the first that is known. */
export async function printExplanation(what: string, { by }: { by?: LocalDate }): Promise<void> {
  const code = what.toUpperCase();
  const [order, line, sku] = [OrderNumber.safeParse(code), OrderLineId.safeParse(code), Sku.safeParse(code)];
  await printAnswer(
    explainEta,
    [
      ...(order.success ? [{ orderNumber: order.data }] : []),
      ...(line.success ? [{ orderLineId: line.data }] : []),
      ...(sku.success ? [{ sku: sku.data }] : []),
    ].map((named) => ({ ...named, byDate: by })),
    `"${what}" is no order, order line or SKU of this shop`,
  );
}
