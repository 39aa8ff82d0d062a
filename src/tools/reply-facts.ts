import { inTimeFor, lastOf } from '../domain/allocation/split-order.js';
import type { LocalDate } from '../domain/kernel/dates.js';
import type { GivenOffer } from '../store/offers.js';
import { canRedirect, hasLeft, isOver, missesItsDate, newestTold, waits } from './case-conditions.js';
import type { CaseLine } from './case-lines.js';
import type { ToolContext } from './define-tool.js';
import { type FoundSubstitute, findSubstitutes } from './find-substitutes.js';
import { isStaff } from './principal.js';
import { liveOfferOf, type OrderCase } from './read-case.js';

/** How many earlier dates a reply names. */
const MOST_TOLD = 3;

/** A waiting line and what could take its place, as a customer may hear it: no score, no stock figures. */
export interface Replaceable {
  readonly lineName: string;
  readonly substitutes: readonly Omit<FoundSubstitute, 'sku'>[];
}

/** What on the shelf could take the place of what waits. */
export async function replaceableLines({ lines }: OrderCase, context: ToolContext): Promise<Replaceable[]> {
  const found = await Promise.all(
    lines.filter(waits).map(({ orderLineId }) => findSubstitutes.run({ orderLineId }, context)),
  );
  return found.flatMap((one) =>
    one.kind === 'found' ? [{ lineName: one.lineName, substitutes: one.substitutes.map(tellable) }] : [],
  );
}

const tellable = ({
  substituteName,
  price,
  priceDifference,
  priceGap,
  isCheaper,
  isDearer,
  differences,
}: FoundSubstitute) => ({
  ...{ substituteName, price, priceDifference, priceGap, isCheaper, isDearer, differences },
});

/**
 * What a reply to the customer may say about an order, as the parts in templates/shopper/en/reply know it; and so all
 * that may stand in a reply that somebody edited. No cost, no margin, no limit, nobody else.
 */
export function replyFacts(found: OrderCase, replaceable: readonly Replaceable[], context: ToolContext) {
  const { order, todayOn, profile, lines, refund } = found;
  const { principal, policy } = context;
  const waiting = lines.filter(waits);
  const dated = waiting.flatMap((line) => (line.eta?.kind === 'estimated' ? [{ ...naming(line), ...line.eta }] : []));
  return {
    todayOn,
    orderNumber: order.number,
    firstName: profile.name.split(/\s+/)[0] ?? profile.name,
    signedBy: isStaff(principal) ? (principal.name ?? null) : null,
    shopName: policy.name,
    allWaits: lines.every((line) => waits(line) || line.lineState === 'cancelled'),
    waiting: dated.map(({ chanceByDate: _chance, kind: _kind, ...line }) => line),
    undated: waiting.flatMap((line) =>
      line.eta?.kind === 'unknown' ? [{ ...naming(line), reason: line.eta.reason }] : [],
    ),
    late: waiting.filter(missesItsDate).map((line) => ({ ...naming(line), toldOn: newestTold(line) })),
    missed: waiting
      .filter((line) => isOver(newestTold(line), todayOn))
      .map((line) => ({ ...naming(line), toldOn: newestTold(line) })),
    told: waiting.flatMap((line) => {
      const dates = [...new Set(line.told.flatMap(({ shipBy }) => shipBy ?? []))].slice(-MOST_TOLD);
      return dates.length > 0 ? [{ ...naming(line), dates }] : [];
    }),
    gone: lines.filter(hasLeft).map(({ shippedQuantity, carrier, tracking, shippedOn, deliveredOn, ...line }) => ({
      ...naming(line),
      ...{ shippedQuantity, carrier, tracking, shippedOn, deliveredOn },
    })),
    ready: lines.filter((line) => !waits(line) && !hasLeft(line) && canRedirect(line)).map(naming),
    cancelled: lines.flatMap((line) => cancelledFacts(line, todayOn)),
    refundMethod: refund.method,
    refundAmount: refund.amount,
    deadlines: waiting.flatMap((line) =>
      line.delay?.silenceMeansCancel && line.delay.cancelsOn
        ? [{ ...naming(line), cancelsOn: line.delay.cancelsOn }]
        : [],
    ),
    places: waiting.flatMap((line) => (line.queue ? [{ ...naming(line), ...line.queue }] : [])),
    replaceable,
    canReplace: replaceable.length > 0,
    offer: offerFacts(liveOfferOf(found)),
    neededByOn: order.neededBy,
    neededInTime: inTime(order.neededBy, waiting, dated),
    firstLikelyOn: dated.map(({ likelyOn }) => likelyOn).sort()[0] ?? null,
    redirectable: lines.filter(canRedirect).map(({ lineName }) => lineName),
    left: lines.filter(hasLeft).map(({ lineName }) => lineName),
    hours: { ...policy.hours },
  };
}
export type ReplyFacts = ReturnType<typeof replyFacts>;

const offerFacts = (given: GivenOffer | null) =>
  given && {
    offer: given.offer,
    offerAmount: given.offerAmount,
    offerPercent: given.offerPercent,
    offerPoints: given.offerPoints,
    offerState: given.offerState,
    validUntil: given.validUntil,
  };

const naming = ({ orderNumber, orderLineId, lineName, quantity }: Naming): Naming => ({
  orderNumber,
  orderLineId,
  lineName,
  quantity,
});
type Naming = Pick<CaseLine, 'orderNumber' | 'orderLineId' | 'lineName' | 'quantity'>;

function cancelledFacts(line: CaseLine, today: LocalDate) {
  const { delay } = line;
  if (!delay?.refundOwedSince) return [];
  const { cancelledByRule: byRule, refundOwedSince, refundBy, refundSentOn } = delay;
  const isLate = refundSentOn === null && isOver(refundBy, today);
  return [{ ...naming(line), byRule, refundOwedSince, refundBy, refundSentOn, isLate }];
}

/** Whether the last of what waits comes by the day it is needed; null where no day was named. */
function inTime(
  neededBy: LocalDate | null,
  waiting: readonly CaseLine[],
  dated: readonly { arrivesLikelyOn: LocalDate; arrivesCautiousOn: LocalDate }[],
) {
  const arrivals = dated.map(({ arrivesLikelyOn, arrivesCautiousOn }) => ({
    likelyOn: arrivesLikelyOn,
    cautiousOn: arrivesCautiousOn,
  }));
  const [first, ...more] = arrivals;
  if (neededBy === null || waiting.length === 0) return null;
  return first && arrivals.length === waiting.length ? inTimeFor(neededBy, lastOf([first, ...more])) : 'no';
}
