import { addBusinessDays, type BusinessCalendar, isBusinessDay } from '../kernel/business-calendar.js';
import { addDays, daysBetween, type LocalDate } from '../kernel/dates.js';

/** An order as far as its supplier is asked about it. Days are days at the supplier. */
export interface OrderToChase {
  readonly orderedOn: LocalDate;
  /** Null while nobody there confirmed it. */
  readonly acknowledgedOn: LocalDate | null;
  readonly lines: readonly {
    /** Some of it is still to come. */
    readonly isOpen: boolean;
    /** The newest date given, and the day on which it was; null where none ever was. */
    readonly promisedOn: LocalDate | null;
    readonly givenOn: LocalDate | null;
  }[];
}

export interface ChaseRules {
  readonly acknowledgement: { readonly afterDays: number; readonly againAfterDays: number; readonly most: number };
  /** Days around the promised one on which it is checked, in the order in which they come. */
  readonly dateChecks: readonly number[];
  /** Days of quiet after a question or an answer. */
  readonly quietDays: number;
  /** When somebody works at the supplier. */
  readonly calendar: BusinessCalendar;
}

export interface ChaseHistory {
  /** What they were told or asked about the order, by its `occasion`. */
  readonly told: ReadonlySet<string>;
  /** The day of the last mail in either direction; null where there was none. */
  readonly lastOn: LocalDate | null;
  /** An answer of theirs waits for a person to decide: to ask on would show that nobody reads. */
  readonly isAnswerUndecided: boolean;
}

export type Chase =
  | { readonly kind: 'acknowledgement'; readonly occasion: string }
  /** Asks about all open lines that are promised for this day. */
  | { readonly kind: 'date_check' | 'overdue'; readonly occasion: string; readonly promisedOn: LocalDate };

/** Names a question about a promised day. */
const dateOccasion = (promisedOn: LocalDate, offset: number): string => `date ${promisedOn} ${offset}`;

/**
 * What a supplier is to be asked about an order today; null where nothing is. Never on a day on which they do not work,
 * never the same twice, never while their answer waits to be decided, and not before the days of quiet are over. A
 * question that fell on a day off is asked on the next day of work, and falls away when the question after it is due.
 * The promised day that has passed longest comes first.
 */
export function chaseDue(
  order: OrderToChase,
  rules: ChaseRules,
  history: ChaseHistory,
  today: LocalDate,
): Chase | null {
  if (history.isAnswerUndecided || !isBusinessDay(rules.calendar, today)) return null;
  if (history.lastOn !== null && daysBetween(history.lastOn, today) < rules.quietDays) return null;
  return dateChase(order, rules, history, today) ?? acknowledgementChase(order, rules, history, today);
}

function dateChase(
  { lines }: OrderToChase,
  { dateChecks }: ChaseRules,
  { told }: ChaseHistory,
  today: LocalDate,
): Chase | null {
  // of lines that share a day, what counts is when it was given last
  const given = new Map<LocalDate, LocalDate>();
  for (const { isOpen, promisedOn, givenOn } of lines)
    if (isOpen && promisedOn && givenOn && givenOn > (given.get(promisedOn) ?? '')) given.set(promisedOn, givenOn);
  for (const [promisedOn, givenOn] of [...given].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const offset = dateChecks.findLast((days) => addDays(promisedOn, days) <= today);
    if (offset === undefined || addDays(promisedOn, offset) <= givenOn) continue;
    const occasion = dateOccasion(promisedOn, offset);
    if (!told.has(occasion)) return { kind: today > promisedOn ? 'overdue' : 'date_check', occasion, promisedOn };
  }
  return null;
}

/** A date given is as good as a confirmation. */
function acknowledgementChase(
  { orderedOn, acknowledgedOn, lines }: OrderToChase,
  { acknowledgement, calendar }: ChaseRules,
  { told }: ChaseHistory,
  today: LocalDate,
): Chase | null {
  const isOpen = lines.some((line) => line.isOpen);
  if (!isOpen || acknowledgedOn !== null || lines.some(({ promisedOn }) => promisedOn !== null)) return null;
  const { afterDays, againAfterDays, most } = acknowledgement;
  let asked = 0;
  while (asked < most && addBusinessDays(calendar, orderedOn, afterDays + asked * againAfterDays) <= today) asked += 1;
  const occasion = `acknowledgement ${asked}`;
  return asked === 0 || told.has(occasion) ? null : { kind: 'acknowledgement', occasion };
}
