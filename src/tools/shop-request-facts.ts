import { z } from 'zod';
import { dateIn, LocalDate, type Zone } from '../domain/kernel/dates.js';
import type { OrderLineId } from '../domain/kernel/ids.js';
import type { OrderLineRecord } from '../store/orders.js';
import type { ShopRequest } from '../store/shop-requests.js';

/** Something asked of the shop's own system, as the team sees it. Days in the shop's zone. */
export const ShopRequestFacts = z.object({
  request: z.enum([
    'cancel_lines',
    'refund',
    'create_code',
    'upgrade_shipping',
    'split_shipment',
    'swap_line',
    'hold',
    'release',
    'change_address',
  ]),
  /** The items it is about; empty where it is about the order. */
  lineNames: z.array(z.string()),
  requestState: z.enum(['requested', 'confirmed', 'refused']),
  /** The shop's word for why it refused, such as `already_left`. */
  refusal: z.string().nullable(),
  requestedOn: LocalDate,
  settledOn: LocalDate.nullable(),
});
export type ShopRequestFacts = z.infer<typeof ShopRequestFacts>;

export function shopRequestFacts(
  request: ShopRequest,
  lines: readonly Pick<OrderLineRecord, 'id' | 'title'>[],
  zone: Zone,
): ShopRequestFacts {
  const ids = lineIdsOf(request);
  return {
    request: request.kind,
    lineNames: lines.filter(({ id }) => ids.includes(id)).map(({ title }) => title),
    requestState: request.state,
    refusal: request.state === 'refused' ? request.refusal : null,
    requestedOn: dateIn(zone, request.requestedAt),
    settledOn: request.settledAt && dateIn(zone, request.settledAt),
  };
}

/** The lines a request is about. */
export function lineIdsOf(request: ShopRequest): OrderLineId[] {
  switch (request.kind) {
    case 'cancel_lines':
    case 'split_shipment':
      return request.about.lines.map(({ orderLineId }) => orderLineId);
    case 'refund':
      return request.about.orderLineIds;
    case 'swap_line':
      return [request.about.orderLineId];
    default:
      return [];
  }
}
