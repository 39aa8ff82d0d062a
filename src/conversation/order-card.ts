import type { z } from 'zod';
import type { ToolResult } from '../brains/brain.js';
import { getLineEta } from '../tools/get-line-eta.js';
import { getOrderStatus } from '../tools/get-order-status.js';
import type { LineFacts } from '../tools/order-facts.js';
import { plainText } from '../wording/plain-text.js';
import { stateWords } from '../wording/state-words.js';
import type { OrderCard } from './activity.js';

type Eta = z.infer<typeof getLineEta.output>;
type Status = Extract<z.infer<typeof getOrderStatus.output>, { kind: 'found' }>;

/** The card of an order from what this turn's tools said of it, or undefined when its status was not read. */
export function orderCard(orderNumber: string, results: readonly ToolResult[]): OrderCard | undefined {
  const status = results.findLast(
    ({ tool, output }) =>
      tool === getOrderStatus.name && output.kind === 'found' && (output as Status).orderNumber === orderNumber,
  )?.output as Status | undefined;
  if (!status) return undefined;
  const etas = results.filter(({ tool }) => tool === getLineEta.name).map(({ output }) => output as Eta);
  return {
    orderNumber,
    placedOn: status.placedOn,
    lines: status.lines.map((line) =>
      cardLine(
        line,
        etas.findLast((eta) => 'orderLineId' in eta && eta.orderLineId === line.orderLineId),
      ),
    ),
  };
}

function cardState({
  leavingQuantity,
  quantity,
  swapAskedFor,
  lineState,
}: LineFacts): Parameters<typeof stateWords>[0] {
  if (swapAskedFor !== null) return 'swap_asked';
  return leavingQuantity === quantity ? 'leaving_ahead' : lineState;
}

function cardLine(line: LineFacts, eta: Eta | undefined): OrderCard['lines'][number] {
  return {
    line: line.line,
    title: plainText(line.lineName),
    quantity: line.quantity,
    ...(line.picture !== null && { image: line.picture }),
    priceCents: line.unitPrice.cents,
    currency: line.unitPrice.currency,
    state: line.lineState,
    stateText: stateWords(cardState(line)),
    ...(line.carrier && line.tracking && { tracking: { carrier: line.carrier, number: line.tracking } }),
    ...(eta?.kind === 'estimated' && {
      eta: { likelyOn: eta.likelyOn, cautiousOn: eta.cautiousOn, todayOn: eta.todayOn },
    }),
    ...(eta?.kind === 'unknown' && { eta: { none: true as const, text: 'No date yet' } }),
  };
}
