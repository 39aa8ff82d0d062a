import { pick, type Random } from '../random.js';
import type { DemoCustomer } from './order-plan.js';

/**
 * Somebody who was a customer on that day. Plus and VIP customers come up more often; the named people never, so that
 * their accounts hold what the README says and nothing else.
 */
export function customerBy(customers: readonly DemoCustomer[], day: number, random: Random): DemoCustomer {
  const known = customers.filter((customer) => customer.since <= day && /^c\d+$/.test(customer.id));
  const drawn = pick(random, known);
  if (drawn.tier !== 'standard' || random() < 0.5) return drawn;
  return pick(random, known);
}
