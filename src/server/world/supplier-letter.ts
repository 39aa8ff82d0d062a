import { addDays, type LocalDate } from '../../domain/kernel/dates.js';
import type { SupplierAnswer } from '../../sandbox/home/home-router.js';
import type { AwaitedDelivery } from '../../store/awaited-deliveries.js';

/** What the supplier of the demo writes about a delivery, in its own words. */
export function supplierLetter(delivery: AwaitedDelivery, how: SupplierAnswer): { subject: string; text: string } {
  const { poNumber, supplierName, title, sku, openQuantity } = delivery;
  const news = NEWS[how](delivery);
  const text = `Hello,\n\nabout ${poNumber}, ${openQuantity} x ${sku} ${title}:\n\n${news}\n\nKind regards\n${supplierName}\n`;
  return { subject: `Re: ${poNumber}`, text };
}

const NEWS: Readonly<Record<SupplierAnswer, (delivery: AwaitedDelivery) => string>> = {
  ten_days: ({ promisedOn }) =>
    `Our production is behind. Your delivery will arrive ten days later than promised, on ${written(addDays(promisedOn, 10))}.`,
  three_weeks: ({ promisedOn }) =>
    `We are sorry: your delivery will arrive three weeks later than promised, on ${written(addDays(promisedOn, 21))}.`,
  in_parts: ({ promisedOn, openQuantity }) => {
    const first = Math.ceil(openQuantity / 2);
    return `We can deliver ${first} on ${written(promisedOn)} and the other ${openQuantity - first} on ${written(addDays(promisedOn, 14))}.`;
  },
};

/** December 14, 2026 */
const written = (date: LocalDate): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
