import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar day `YYYY-MM-DD` in a zone named beside it (warehouse, ship-to, shop). Has no time and no offset. */
export const LocalDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** A moment in time, ISO 8601 in UTC with a trailing Z. Used for events; never shown without a zone. */
export const Instant = z.iso.datetime().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** An IANA time zone such as `America/Los_Angeles`. */
export const Zone = z.string().refine(isZone, { error: 'not a time zone this machine knows' }).brand<'Zone'>();
export type Zone = z.infer<typeof Zone>;

/** Zones that turned out to be ones: asking the machine takes long, and there are only a few hundred. */
const knownZones = new Set<string>();

function isZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

export const localDate = (text: string): LocalDate => LocalDate.parse(text);
export const instant = (text: string): Instant => Instant.parse(text);
export const zone = (text: string): Zone => Zone.parse(text);

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('0000-01-01T00:00:00Z') / DAY_MS;
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z') / DAY_MS;

/** Days since 1970-01-01, for arithmetic over many dates. */
export const epochDay = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The date of a day counted from 1970-01-01. Throws on part days and outside the years 0000 to 9999. */
export function fromEpochDay(day: number): LocalDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(`Not a whole day between 0000-01-01 and 9999-12-31: ${day}`);
  }
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(epochDay(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => epochDay(to) - epochDay(from);

export const isBefore = (a: LocalDate, b: LocalDate): boolean => a < b;
export const latest = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: LocalDate): number => weekdayOf(epochDay(date));

/** The same for a day counted from 1970-01-01, which was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The calendar day it is in `inZone` at a moment. */
export function dateIn(inZone: Zone, at: Instant): LocalDate {
  const key = `${inZone} ${at}`;
  const known = datesFound.get(key);
  if (known) return known;
  const date = Temporal.Instant.from(at).toZonedDateTimeISO(inZone).toPlainDate().toString() as LocalDate;
  if (datesFound.size >= MOST_DATES_KEPT) datesFound.clear();
  datesFound.set(key, date);
  return date;
}

/** An order's moments are asked for again in every turn about it, and a zone's rules are slow to apply. */
const datesFound = new Map<string, LocalDate>();
const MOST_DATES_KEPT = 5_000;

/** The clock time it is in `inZone` at a moment, as "15:40". */
export function clockIn(inZone: Zone, at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(inZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The first moment of a calendar day in a zone (not always midnight: some zones skip it when clocks change). For a day
 * that a zone left out altogether, the first moment after the gap.
 */
export function startOfDay(date: LocalDate, inZone: Zone): Instant {
  return toInstant(Temporal.PlainDate.from(date).toZonedDateTime(inZone).toInstant());
}

/** Negative when `a` is earlier, 0 when both are the same moment however many decimals each was written with. */
export const compareInstants = (a: Instant, b: Instant): number => Temporal.Instant.compare(a, b);

export function addToInstant(at: Instant, duration: { hours?: number; minutes?: number; seconds?: number }): Instant {
  return toInstant(Temporal.Instant.from(at).add(duration));
}

const toInstant = (moment: Temporal.Instant): Instant => moment.toString({ smallestUnit: 'millisecond' }) as Instant;
