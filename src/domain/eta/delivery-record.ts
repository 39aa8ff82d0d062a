import type { LocalDate } from '../kernel/dates.js';
import { epochDay } from '../kernel/dates.js';
import type { LocationId, Sku, SupplierId } from '../kernel/ids.js';
import { ArrivalLearner } from './arrival-learner.js';
import type { Receipt } from './delivery.js';
import { FillHabits } from './fill-habit.js';
import { rehearsalDay, toss } from './rehearse.js';

/** A purchase order line that is over: everything came, or what is missing never will. */
export interface ClosedLine {
  readonly supplierId: SupplierId;
  readonly sku: Sku;
  readonly locationId: LocationId;
  readonly orderedOn: LocalDate;
  readonly orderedUnits: number;
  /** Each date the supplier gave, in the order given. */
  readonly promises: readonly { readonly givenOn: LocalDate; readonly promisedOn: LocalDate }[];
  /** In order of days; none where it was cancelled. */
  readonly deliveries: readonly { readonly receivedOn: LocalDate; readonly units: number }[];
}

/** All that is known about suppliers' habits, learned once from closed lines and then asked as often as wanted. */
export interface DeliveryRecord {
  readonly arrivals: Pick<ArrivalLearner, 'forecast' | 'slips' | 'usualLeadDays'>;
  readonly fills: Pick<FillHabits, 'of'>;
}

/**
 * Learns suppliers' habits from closed lines, given in any order. A line counts as arrived with its first delivery; what
 * came later is part of how the supplier fills its orders.
 */
export function learnDeliveries(lines: readonly ClosedLine[]): DeliveryRecord {
  const fills = new FillHabits();
  for (const { supplierId, orderedUnits, deliveries } of lines) {
    const [first, last] = [deliveries[0], deliveries.at(-1)];
    const later =
      first && last && deliveries.length > 1 ? epochDay(last.receivedOn) - epochDay(first.receivedOn) : null;
    fills.learn(supplierId, { orderedUnits, firstUnits: first?.units ?? 0, restAfterDays: later });
  }
  const receipts = lines.flatMap(receiptOf);
  return { arrivals: learnArrivals(receipts), fills };
}

function receiptOf({ supplierId, sku, locationId, orderedOn, promises, deliveries }: ClosedLine): Receipt[] {
  const first = deliveries[0];
  if (!first) return [];
  const receivedOn = epochDay(first.receivedOn);
  const given = promises.map((one) => ({ givenOn: epochDay(one.givenOn), promisedOn: epochDay(one.promisedOn) }));
  return [
    {
      supplier: supplierId,
      sku,
      segment: locationId,
      orderedOn: epochDay(orderedOn),
      promisedOn: given[0]?.promisedOn ?? null,
      revisedOn: null,
      receivedOn,
      knownOn: receivedOn,
      revisions: given.slice(1).filter(({ givenOn }) => givenOn < receivedOn),
    },
  ];
}

interface Rehearsal {
  readonly day: number;
  readonly isQuestion: boolean;
  readonly index: number;
  readonly receipt: Receipt;
}

/** Goes through the past day by day: asks about each delivery once while it was open, learns when it comes. */
function learnArrivals(receipts: readonly Receipt[]): ArrivalLearner {
  const learner = new ArrivalLearner();
  const events = receipts.flatMap((receipt, index): Rehearsal[] => {
    const asked = rehearsalDay(receipt, index);
    const known = { day: receipt.knownOn, isQuestion: false, index, receipt };
    return asked === null ? [known] : [{ day: asked, isQuestion: true, index, receipt }, known];
  });
  events.sort((a, b) => a.day - b.day || Number(b.isQuestion) - Number(a.isQuestion) || a.index - b.index);
  const open = new Map<number, Parameters<ArrivalLearner['learn']>[1]>();
  for (const { day, isQuestion, index, receipt } of events) {
    if (isQuestion) {
      learner.forecast(asOfThen(receipt, day), day);
      const waited = receipt.receivedOn - day;
      const lesson = learner.seal(waited, toss(index, 3));
      if (lesson) open.set(index, { lesson, isAsked: false, waited });
    } else learner.learn(receipt, open.get(index));
  }
  return learner;
}

/** The delivery as it was known at the end of a day: with the revised promise that stood then. */
function asOfThen(receipt: Receipt, day: number): Receipt {
  const standing = receipt.revisions.findLast(({ givenOn }) => givenOn <= day);
  return standing ? { ...receipt, revisedOn: standing.promisedOn } : receipt;
}
