import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { linesOf } from '../store/orders.js';
import { refundsOf } from '../store/refunds.js';
import { findShopRequest, type ShopRequest } from '../store/shop-requests.js';
import { swapAskedIn } from '../store/substitutes.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { addressLine } from './order-facts.js';
import { lineIdsOf } from './shop-request-facts.js';

/** What a request was about, as the customer may hear it. Null where it does not apply. */
const AnswerFacts = z.object({
  request: z.enum([
    'cancel_lines',
    'refund',
    'create_code',
    'upgrade_shipping',
    'split_shipment',
    'hold',
    'release',
    'change_address',
    'swap_line',
  ]),
  orderNumber: OrderNumber,
  /** As they are named now; of a swap, as it was ordered. */
  items: z.array(z.object({ orderLineId: OrderLineId, lineName: z.string(), quantity: z.int() })),
  substituteName: z.string().nullable(),
  refundAmount: Money.nullable(),
  refundMethod: z.string().nullable(),
  refundBy: LocalDate.nullable(),
  offerCode: z.string().nullable(),
  offerPercent: z.int().nullable(),
  offerAmount: Money.nullable(),
  validUntil: LocalDate.nullable(),
  newAddress: z.string().nullable(),
});
type AnswerFacts = z.infer<typeof AnswerFacts>;

/** Answers "what did the shop say?" for one request, so that whoever asked for it can be told. */
export const getShopAnswer = defineTool({
  name: 'get_shop_answer',
  effect: 'read',
  audience: ['system'],
  description: 'Read what the shop’s own system answered to one request, and what it was about.',
  input: z.object({ requestId: z.uuid() }),
  output: z.discriminatedUnion('kind', [
    AnswerFacts.extend({ kind: z.literal('confirmed') }),
    /** `refusal`: the shop's word for why, such as `already_left`. */
    AnswerFacts.extend({ kind: z.literal('refused'), refusal: z.string() }),
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind === 'system',
  async run({ requestId }, context) {
    const request = await findShopRequest(context.sql, requestId);
    if (!request) return { kind: 'not_found' as const };
    if (request.state === 'requested') return { kind: 'open' as const };
    const facts = await factsOf(request, context);
    return request.state === 'confirmed'
      ? { kind: 'confirmed' as const, ...facts }
      : { kind: 'refused' as const, ...facts, refusal: request.refusal };
  },
});

async function factsOf(request: ShopRequest, { sql }: ToolContext): Promise<AnswerFacts> {
  const { kind, orderNumber } = request;
  const ids = lineIdsOf(request);
  const lines = (await linesOf(sql, [orderNumber])).filter(({ id }) => ids.includes(id));
  const swap = kind === 'swap_line' ? await swapAskedIn(sql, request.id) : null;
  const refund = (await refundsOf(sql, orderNumber)).find(({ id, orderLineIds, swapId }) =>
    kind === 'refund'
      ? id === request.about.refundId
      : swapId === (swap?.id ?? null) && orderLineIds.join() === ids.join(),
  );
  const offer = kind === 'create_code' ? request.about : null;
  return {
    request: kind,
    orderNumber,
    items: lines.map(({ id, title, quantity }) => ({ orderLineId: id, lineName: swap?.fromTitle ?? title, quantity })),
    substituteName: swap?.toTitle ?? null,
    refundAmount: refund?.amount ?? null,
    refundMethod: refund?.method ?? null,
    refundBy: refund?.sendBy ?? null,
    offerCode: request.state === 'confirmed' ? (offer?.code ?? null) : null,
    offerPercent: offer?.percent ?? null,
    offerAmount: offer?.amount ?? null,
    validUntil: offer?.validUntil ?? null,
    newAddress: kind === 'change_address' ? addressLine(request.about.shipTo) : null,
  };
}
