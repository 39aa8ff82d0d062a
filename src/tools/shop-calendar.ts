import { type BusinessCalendar, makeBusinessCalendar } from '../domain/kernel/business-calendar.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';

const made = new WeakMap<ShopPolicy, BusinessCalendar>();

/** The business calendar that a shop's policy describes. */
export function shopCalendar(policy: ShopPolicy): BusinessCalendar {
  const known = made.get(policy);
  if (known) return known;
  const { holidays, daysOff } = policy.calendar;
  const calendar = makeBusinessCalendar({ holidays, ownDaysOff: daysOff });
  made.set(policy, calendar);
  return calendar;
}
