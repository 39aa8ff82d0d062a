import { addDays, type LocalDate } from '../../domain/kernel/dates.js';
import type { SupplierAnswer } from '../../sandbox/home/home-router.js';
import type { AwaitedDelivery } from '../../store/awaited-deliveries.js';

/** What the supplier of the demo writes about a delivery: plainly, as most do. */
export function supplierLetter(delivery: AwaitedDelivery, how: SupplierAnswer): { subject: string; text: string } {
  const { poNumber, supplierName } = delivery;
  return {
    subject: `Re: ${poNumber}`,
    text: `Hello,\n\n${NEWS[how](delivery)}\n\nWe are sorry for the delay.\n\nKind regards\n${supplierName}\n`,
  };
}

const NEWS: Readonly<Record<SupplierAnswer, (delivery: AwaitedDelivery) => string>> = {
  ten_days: (delivery) => delayed(delivery, 'ten days', 10),
  three_weeks: (delivery) => delayed(delivery, 'three weeks', 21),
  in_parts: ({ poNumber, promisedOn, openQuantity }) => {
    const first = Math.ceil(openQuantity / 2);
    return `line 1 of ${poNumber}: we can deliver ${first} on ${written(promisedOn)} and the other ${openQuantity - first} on ${written(addDays(promisedOn, 14))}.`;
  },
};

const delayed = ({ poNumber, promisedOn }: AwaitedDelivery, by: string, days: number): string =>
  `line 1 of ${poNumber} is delayed by ${by}. The new delivery date is ${written(addDays(promisedOn, days))}.`;

/** December 14, 2026 */
const written = (date: LocalDate): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
