import { dayAfter, type IsoDay } from '../entities/calendar-day.js';
import { escaped } from '../matches.js';
import { dayWritten } from './day-written.js';
import { findMailDays } from './find-mail-days.js';

import type { AskedOrder } from './marked-statement.js';
import { dayContextOf, newestWords, type SupplierMail } from './read-supplier-mail.js';
import type { ReadClaim } from './settle-claims.js';

/** What another reader takes a mail to say; nothing of it is believed before `borneClaims` has looked. */
export interface ProposedClaim {
  readonly line: number;
  readonly kind: 'date' | 'none' | 'quantity' | 'split' | 'cancelled';
  readonly date: string | null;
  readonly quantity: number | null;
  readonly quote: string;
}

/** Fewer characters bear nothing. */
const SHORTEST_QUOTE = 4;

/**
 * Those of another reader's claims that the mail bears: the quote stands in its newest words, the line is on the order,
 * the day is one, and where the quote names days or numbers that can be read, what is claimed is among them. Gaps and
 * line breaks may be written otherwise; the quote is given back as the mail has it.
 */
export function borneClaims(
  proposed: readonly ProposedClaim[],
  mail: SupplierMail,
  order: AskedOrder,
): readonly ReadClaim[] {
  const visible = newestWords(mail, order);
  const context = dayContextOf(visible, mail, order);
  return proposed.flatMap(({ line: number, kind: claimed, date, quantity, quote }) => {
    const line = order.lines.find((one) => one.line === number);
    const found = placeOf(quote, visible);
    if (!line || !found) return [];
    const words = visible.slice(...found);
    const day = claimed === 'none' || claimed === 'cancelled' ? null : date;
    const units = claimed === 'quantity' || claimed === 'split' ? quantity : null;
    const named = findMailDays(words, context).flatMap(
      ({ day, shift }) => day ?? (shift !== null && line.promised ? dayAfter(line.promised, shift) : []),
    );
    if (day !== null && !(dayWritten(day) === day && isAmong(day, named))) return [];
    if (units !== null && !(Number.isInteger(units) && units >= 0 && isAmong(units, numbersIn(words)))) return [];
    if (claimed === 'date' && day === null) return [];
    if (claimed === 'quantity' && units === null) return [];
    const kind = claimed === 'date' && day === line.promised ? 'none' : claimed;
    const told = { line: line.line, kind, day: kind === 'none' ? null : day, quantity: units };
    return [{ ...told, quote: mail.text.slice(...found).trim(), doubts: [] }];
  });
}

/**
 * What the rules read and what another reader adds to it: nothing where both say the same, and in the place of "unclear"
 * where it is about those words. Where nothing is added, nothing of the rules' is left out.
 */
export function withSecondReading(
  read: readonly ReadClaim[],
  second: readonly ReadClaim[],
): { readonly kept: readonly ReadClaim[]; readonly added: readonly ReadClaim[] } {
  const isAbout = (one: ReadClaim, other: ReadClaim): boolean =>
    one.line === null ? one.quote.includes(other.quote) || other.quote.includes(one.quote) : one.line === other.line;
  const says = ({ line, kind, day, quantity }: ReadClaim): string => JSON.stringify([line, kind, day, quantity]);
  const said = new Set(read.map(says));
  const added = second.filter((one) => !said.has(says(one)) && said.add(says(one)));
  return { kept: read.filter((one) => one.kind !== 'unclear' || !added.some((other) => isAbout(one, other))), added };
}

/** Where words stand in a text, whatever gaps are between them. */
function placeOf(quote: string, text: string): [number, number] | null {
  const words = quote.trim().split(/\s+/);
  if (words.join(' ').length < SHORTEST_QUOTE) return null;
  const found = new RegExp(words.map(escaped).join('\\s+'), 'u').exec(text);
  return found && [found.index, found.index + found[0].length];
}

/** What the words do not name in a way that can be read is left to whoever checks it. */
const isAmong = <Value extends IsoDay | number>(value: Value, named: readonly Value[]): boolean =>
  named.length === 0 || named.includes(value);

const numbersIn = (words: string): number[] => (words.match(/(?<![\p{L}\d-])\d+(?![\p{L}\d])/gu) ?? []).map(Number);
