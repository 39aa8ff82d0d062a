import type { Availability, LiveAvailability, NotTaken } from './catalogue.js';

/** The few words on a product's badge. */
export function badgeText(availability: Availability): string {
  switch (availability.kind) {
    case 'in_stock':
      return availability.units === null ? 'In stock' : `Only ${availability.units} left`;
    case 'backordered':
      return availability.likelyInDays === null
        ? 'To order · no date yet'
        : `To order · ships in about ${daysText(availability.likelyInDays)}`;
    case 'not_taken':
      return 'Sold out';
  }
}

/** What an order of one would get right now, as a sentence for the product's own page. */
export function availabilitySentence(live: LiveAvailability): string {
  const { availability, unitsInStock, likelyOn, cautiousOn, because } = live;
  if (availability === 'in_stock' && cautiousOn) {
    const left =
      unitsInStock === null
        ? 'In stock'
        : unitsInStock === 1
          ? 'In stock, the last one'
          : `In stock, ${unitsInStock} left`;
    return `${left}. Leaves by ${dayText(cautiousOn)}.`;
  }
  if (availability === 'can_order' && likelyOn && cautiousOn)
    return likelyOn === cautiousOn
      ? `Not on our shelf, on its way to us. Likely leaves ${dayText(likelyOn)}.`
      : `Not on our shelf, on its way to us. Likely leaves ${dayText(likelyOn)}, at the latest we expect ${dayText(cautiousOn)}.`;
  if (availability === 'can_order') return 'Not on our shelf. You can order it, though we have no date yet.';
  return notTakenSentence(because);
}

/** Why nobody can order it now. */
export const notTakenSentence = (because: NotTaken | null): string =>
  `Sold out, and not taken at the moment${because === null ? '' : REASON[because]}.`;

const REASON: Readonly<Record<NotTaken, string>> = {
  stopped: '',
  cap_reached: ': as many orders as we can serve wait for it already',
  too_far_ahead: ': it would take longer than we like to make anybody wait',
  not_enough_on_order: ': what our supplier is sending is spoken for already',
  no_record: ': our supplier has given no date we could rely on',
  no_open_purchase_order: ': no delivery of it is on order with a supplier',
  no_supplier: ': no delivery of it is on order with a supplier',
  not_sold: '',
};

/** "Fri, Dec 4" of a day written as 2026-12-04. */
export function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
}

/** "$1,299.00". */
export function priceText(cents: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);
}

function daysText(days: number): string {
  const whole = Math.max(1, Math.round(days));
  return whole === 1 ? '1 day' : `${whole} days`;
}
