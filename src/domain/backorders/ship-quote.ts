import type { Eta } from '../eta/estimate-eta.js';
import { addBusinessDays, type BusinessCalendar } from '../kernel/business-calendar.js';
import { addDays, type LocalDate, latest } from '../kernel/dates.js';

/** When something not ordered yet would ship and arrive. `cautiousOn` is the last day to state for shipping. */
export interface QuotedDates {
  readonly likelyOn: LocalDate;
  readonly cautiousOn: LocalDate;
  readonly arrivesLikelyOn: LocalDate;
  readonly arrivesCautiousOn: LocalDate;
}

/** Why no date may be stated: nothing is on order, too little is, or nobody has delivered anything to judge by. */
export type NoBasis = 'no_open_purchase_order' | 'not_enough_on_order' | 'no_record';

/** A date with what it rests on, in words for the evidence; or none, and why. */
export type ShipQuote =
  | { readonly kind: 'dated'; readonly dates: QuotedDates; readonly basis: string }
  | { readonly kind: 'undated'; readonly because: NoBasis };

interface ShelfToDoor {
  readonly today: LocalDate;
  readonly calendar: BusinessCalendar;
  readonly packingDays: number;
  readonly transitDays: { readonly likely: number; readonly cautious: number };
}

/** Units free on the shelf leave after the packing days, counted in business days from today. */
export function quoteFromStock({ today, calendar, packingDays, transitDays }: ShelfToDoor): ShipQuote {
  const shipsOn = addBusinessDays(calendar, today, packingDays);
  return {
    kind: 'dated',
    dates: {
      likelyOn: shipsOn,
      cautiousOn: shipsOn,
      arrivesLikelyOn: addDays(shipsOn, transitDays.likely),
      arrivesCautiousOn: addDays(shipsOn, transitDays.cautious),
    },
    basis: `in stock when ordered; packing takes ${count(packingDays, 'business day')}`,
  };
}

const NO_BASIS = {
  no_supply: 'no_open_purchase_order',
  short_supply: 'not_enough_on_order',
  no_record: 'no_record',
} as const;

/**
 * Units that are still to come: the cautious (P90) ship date of a new order at the end of the queue is the one to
 * state, since 16 CFR 435.2(a)(1) asks for a reasonable basis and a date that half of such orders miss is none. No
 * estimate, no date.
 */
export function quoteFromSupply(eta: Eta, today: LocalDate): ShipQuote {
  if (eta.kind !== 'estimated') return { kind: 'undated', because: NO_BASIS[eta.kind] };
  const { unitsAhead, purchaseOrders, suppliers, receivingDays, packingDays } = eta.chain;
  const orders = purchaseOrders.map(({ poNumber, promisedOn, receiptLikelyOn }) =>
    promisedOn
      ? `${poNumber} promised for ${promisedOn}, likely here ${receiptLikelyOn}`
      : `${poNumber} without a promised date, likely here ${receiptLikelyOn}`,
  );
  const receipts = [...suppliers.values()].reduce((sum, one) => sum + one.receipts, 0);
  return {
    kind: 'dated',
    dates: {
      likelyOn: latest(eta.shipsLikelyOn, today),
      cautiousOn: latest(eta.shipsCautiousOn, today),
      arrivesLikelyOn: latest(eta.arrivesLikelyOn, today),
      arrivesCautiousOn: latest(eta.arrivesCautiousOn, today),
    },
    basis: [
      `P90 of the estimate made on ${today}: ${orders.join('; ')}`,
      `${count(Math.round(receipts), 'receipt')} on the record of ${suppliers.size === 1 ? 'its supplier' : 'their suppliers'}`,
      `${count(unitsAhead, 'unit')} ahead in the queue`,
      `${count(receivingDays, 'business day')} to receive, ${count(packingDays, 'business day')} to pack`,
    ].join('; '),
  };
}

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;
