import { dayOf, type IsoDay } from '../entities/calendar-day.js';
import { monthNamed } from './calendar-words.js';

/**
 * The day of a mail's date, as its sender's clock had it: what "tomorrow" is counted from. ISO 8601, or as in mails,
 * `Fri, 27 Nov 2026 09:12:00 +0100` (RFC 5322, 3.3). Null for anything else.
 */
export function dayWritten(date: string): IsoDay | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]|\s*$)/.exec(date);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const mail = /^\s*(?:\p{L}{3},?\s+)?(\d{1,2})\s+(\p{L}{3})\p{L}*\s+(\d{4})\b/u.exec(date);
  const month = monthNamed(mail?.[2] ?? '');
  return mail && month > 0 ? dayOf(Number(mail[3]), month, Number(mail[1])) : null;
}
