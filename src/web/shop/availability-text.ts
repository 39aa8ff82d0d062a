import type { Availability } from './catalogue.js';

const few = 5;

/** The few words on a product's badge. */
export function badgeText(availability: Availability): string {
  if (availability.kind === 'in_stock')
    return availability.units <= few ? `Only ${availability.units} left` : 'In stock';
  if (availability.likelyInDays === null) return 'Backordered · no date yet';
  return `Backordered · ships in about ${daysText(availability.likelyInDays)}`;
}

/** The same as a sentence, for the product's own page. */
export function stockSentence(availability: Availability): string {
  if (availability.kind === 'in_stock') {
    const { units } = availability;
    return units === 1 ? 'The last one is on our shelf, ready to ship.' : `${units} are on our shelf, ready to ship.`;
  }
  if (availability.likelyInDays === null) return 'Not on our shelf, and our supplier has not given us a date yet.';
  return `Not on our shelf right now. A new one likely ships in about ${daysText(availability.likelyInDays)}.`;
}

/** "$1,299.00". */
export function priceText(cents: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);
}

function daysText(days: number): string {
  const whole = Math.max(1, Math.round(days));
  return whole === 1 ? '1 day' : `${whole} days`;
}
