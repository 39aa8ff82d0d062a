import type { AnsweredEntry, Entry } from './ledger.js';
import type { ShopRequest } from './wire.js';

/** Why a shop says no. A desk may word these for a customer; it must expect others. */
export type Refusal =
  | 'already_left'
  | 'already_cancelled'
  | 'more_than_paid'
  | 'code_exists'
  | 'already_held'
  | 'not_held'
  | 'already_express'
  | 'already_swapped'
  | 'out_of_stock';

/** What cannot be done any more once the carrier has the order. Money and codes still can. */
const NEEDS_THE_GOODS: ReadonlySet<string> = new Set([
  'cancel_lines',
  'upgrade_shipping',
  'split_shipment',
  'hold',
  'change_address',
  'swap_line',
]);

/**
 * Whether a shop that has done all that stands in its ledger can do this too. It takes any order it is told of, as it
 * has no orders of its own. Null: it can.
 */
export function judgeRequest(request: ShopRequest, ledger: readonly Entry[]): Refusal | null {
  const { orderNumber } = request;
  const hasLeft = ledger.some((entry) => entry.entry === 'left' && entry.orderNumber === orderNumber);
  if (hasLeft && NEEDS_THE_GOODS.has(request.kind)) return 'already_left';
  const done = ledger.flatMap((entry) => (isDone(entry) ? [entry.request] : []));
  const ofOrder = done.filter((one) => one.orderNumber === orderNumber);
  switch (request.kind) {
    case 'cancel_lines':
      return lineIds(request).some((id) => isCancelled(id, ofOrder)) ? 'already_cancelled' : null;
    case 'swap_line': {
      const { orderLineId, fromSku, toSku } = request.about;
      if (isCancelled(orderLineId, ofOrder)) return 'already_cancelled';
      const before = ofOrder.flatMap((one) => (one.kind === 'swap_line' ? one.about : []));
      const last = before.findLast((one) => one.orderLineId === orderLineId);
      if (last && last.toSku !== fromSku) return 'already_swapped';
      return ledger.some((entry) => entry.entry === 'sold_out' && entry.sku === toSku) ? 'out_of_stock' : null;
    }
    case 'refund': {
      const { amount, paid } = request.about;
      const before = ofOrder.reduce((sum, one) => sum + (one.kind === 'refund' ? one.about.amount.cents : 0), 0);
      return paid && before + amount.cents > paid.cents ? 'more_than_paid' : null;
    }
    case 'create_code':
      return done.some((one) => one.kind === 'create_code' && one.about.code === request.about.code)
        ? 'code_exists'
        : null;
    case 'upgrade_shipping':
      return ofOrder.some(({ kind }) => kind === 'upgrade_shipping') ? 'already_express' : null;
    case 'hold':
      return isHeld(ofOrder) ? 'already_held' : null;
    case 'release':
      return isHeld(ofOrder) ? null : 'not_held';
    default:
      return null;
  }
}

const isDone = (entry: Entry): entry is AnsweredEntry =>
  entry.entry === 'answered' && entry.outcome.outcome === 'confirmed';

const lineIds = ({ about }: Extract<ShopRequest, { kind: 'cancel_lines' }>) =>
  about.lines.map(({ orderLineId }) => orderLineId);

const isCancelled = (id: string, ofOrder: readonly ShopRequest[]): boolean =>
  ofOrder.some((one) => one.kind === 'cancel_lines' && lineIds(one).some((gone) => gone === id));

const isHeld = (ofOrder: readonly ShopRequest[]): boolean =>
  ofOrder.filter(({ kind }) => kind === 'hold' || kind === 'release').at(-1)?.kind === 'hold';
