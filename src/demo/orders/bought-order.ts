import { createHash } from 'node:crypto';
import { CustomerId, OrderNumber } from '../../domain/kernel/ids.js';

/** What stands on every order of somebody who buys in the demo shop as nobody we know: no goods leave, no money moves. */
export const INVENTED_ADDRESS = { street: '1 Sample Street', city: 'Portland', region: 'OR', postcode: '97201' };
export const INVENTED_PAYMENT = 'Demo card ending 0000';

const SMALLEST = 500_000;
const NUMBERS = 500_000;

/**
 * The number of an order that is bought on the demo shop's page: six digits that follow from the page's own key, so that
 * a purchase sent twice is one order. `attempt` gives another one when the first is somebody else's.
 */
export function boughtOrderNumber(key: string, attempt: number): OrderNumber {
  return OrderNumber.parse(String(SMALLEST + (digest(`${key}:${attempt}`).readUInt32BE(0) % NUMBERS)));
}

/** The id of a customer who is new with this purchase. */
export const boughtCustomerId = (key: string): CustomerId =>
  CustomerId.parse(`buyer-${digest(`customer:${key}`).toString('hex').slice(0, 16)}`);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
