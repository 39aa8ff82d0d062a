import type { IsoDay } from '../entities/calendar-day.js';
import type { Span } from '../entities/entity.js';
import { type AutomaticKind, automaticKind, type MailHeaders } from './automatic-mail.js';
import type { ClaimDoubt } from './finding.js';
import { findLineMentions } from './line-mentions.js';
import type { DayContext } from './mail-day.js';
import { type AskedOrder, markStatement } from './marked-statement.js';
import { newestAnswer } from './newest-answer.js';
import { writesDots, writtenOrder } from './numeric-days.js';
import { aliasesIn, findOrderMentions } from './order-mentions.js';
import { readStatements } from './read-statements.js';
import { type ReadClaim, settleClaims } from './settle-claims.js';
import { OF_DELIVERY, TO_MACHINE } from './statement-signs.js';
import { cellsOf, cutStatements } from './statements.js';
import { readHeadings } from './table-columns.js';
import { understandMail } from './understood/understand-mail.js';

/** A mail as it came, and the day on which its sender wrote it, in the sender's own zone. */
export interface SupplierMail {
  readonly from: string;
  readonly subject: string;
  readonly sentOn: IsoDay;
  readonly text: string;
  readonly headers: MailHeaders;
}

/** What a mail says of an order, or that a machine sent it. */
export type MailReading =
  | { readonly kind: 'read'; readonly claims: readonly ReadClaim[] }
  | { readonly kind: 'automatic'; readonly automatic: AutomaticKind };

/** Characters. Nobody answers so much about one order, and reading takes four times as long for twice the words. */
const LONGEST_ANSWER = 8_000;
/** Characters with all that is quoted below. */
const LONGEST_THREAD = 30_000;

/**
 * Reads a supplier's answer into claims about the lines of one purchase order. Only its newest words count, never what
 * is quoted below. Says what it doubts about each claim; whether one may be applied is not decided here. Of an answer
 * longer than LONGEST_ANSWER, or below a thread of LONGEST_THREAD, it claims nothing, so that a person reads it.
 */
export function readSupplierMail(mail: SupplierMail, asked: AskedOrder): MailReading {
  const order = { ...asked, aliases: aliasesIn(mail.text, asked.number) };
  const answer = answerIn(mail, order);
  const automatic = automaticKind({ ...mail, words: answer.visible.trim() });
  if (automatic) return { kind: 'automatic', automatic };
  if (mail.text.length > LONGEST_THREAD || answer.visible.trim().length > LONGEST_ANSWER)
    return { kind: 'read', claims: [] };
  const days = dayContextOf(answer.visible, mail, order);
  const strict = readStatements(answer.visible, answer.quoted, order, days);
  const own =
    strict.findings.length > 0 || answer.forwarded !== null
      ? strict
      : readStatements(answer.visible, answer.quoted, order, days, true);
  const isForwardOnly = own.findings.length === 0 && answer.forwarded !== null;
  const read = isForwardOnly
    ? readStatements(answer.forwarded ?? '', '', order, dayContextOf(answer.forwarded ?? '', mail, order))
    : own;
  const subject = findOrderMentions(mail.subject, order.number, order.aliases);
  const whole: ClaimDoubt[] = [
    ...read.doubts,
    ...own.doubts,
    ...(isForwardOnly ? (['forwarded'] as const) : []),
    ...(UNSENT.test(mail.subject) ? (['hedged'] as const) : []),
    ...(TO_MACHINE.test(mail.text) ? (['to_machine'] as const) : []),
    ...(subject.length > 0 && !subject.some(({ isOurs }) => isOurs) ? (['other_order'] as const) : []),
    ...(onlyOthersAreNamed(mail, order) ? (['other_order'] as const) : []),
  ];
  const settled = settleClaims(read.findings, order.lines, mail.sentOn, mail.text);
  if (subjectDiffers(mail.subject, settled, order, days)) whole.push('conflict');
  // the second reading is for what the first leaves without a doubt
  const isAnySure = whole.length === 0 && settled.some(isSure);
  const isUnderstood = isAnySure
    ? understandMail({ taken: own.taken, signature: answer.signature }, settled, order, days)
    : settled.map((claim) => !isSure(claim));
  const claims = settled.map((claim, place) => {
    const [start, end] = spanOf(claim, mail.text);
    const isAmidQuoted = answer.amidQuoted.some((span) => span[0] < end && span[1] > start);
    return {
      ...claim,
      doubts: [
        ...new Set([
          ...claim.doubts,
          ...whole,
          ...(isAmidQuoted ? (['amid_quoted'] as const) : []),
          ...(isUnderstood[place] ? [] : (['not_understood'] as const)),
        ]),
      ],
    };
  });
  return { kind: 'read', claims: claims.length > 0 ? claims : unanswered(answer.visible, mail.text, order, whole) };
}

const answerIn = ({ subject, text }: SupplierMail, order: AskedOrder) =>
  newestAnswer(subject, text, (line) => isRowOf(line, order));

/** The mail's newest words, each where it stands in its text, and blanks for all else. */
export const newestWords = (mail: SupplierMail, order: AskedOrder): string => answerIn(mail, order).visible;

const isSure = ({ kind, doubts }: ReadClaim): boolean => (kind === 'date' || kind === 'none') && doubts.length === 0;

/** How this mail writes its days, as far as it shows. */
export function dayContextOf(visible: string, { sentOn }: SupplierMail, { lines }: AskedOrder): DayContext {
  const promised = lines.flatMap((line) => line.promised ?? []);
  return {
    sentOn,
    promised,
    order: writtenOrder(visible, sentOn, promised),
    writesDots: writesDots(visible),
    near: null,
  };
}

/** A subject of the supplier's own that takes the firmness from all below it. */
const UNSENT =
  /^(?!\s*(?:re|aw|fwd?|wg)\s*:).*\b(?:draft|do not send|tentative|provisional|preliminary|unconfirmed|entwurf)\b/i;

/** A subject of the supplier's own names a day to come that no claim does. */
function subjectDiffers(subject: string, claims: readonly ReadClaim[], order: AskedOrder, days: DayContext): boolean {
  if (/^\s*(?:re|aw|antw|sv|tr|rv|fwd?|wg)\s*:/i.test(subject)) return false;
  return markStatement(subject, order, days).days.some(
    ({ day, doubt }) =>
      day !== null &&
      doubt === null &&
      day > days.sentOn &&
      !days.promised.includes(day) &&
      !claims.some((claim) => claim.day === day),
  );
}

const spanOf = ({ quote }: ReadClaim, text: string): Span => [text.indexOf(quote), text.indexOf(quote) + quote.length];

/** No order is named but others, not even in what is quoted. */
function onlyOthersAreNamed({ subject, text }: SupplierMail, { number, aliases }: AskedOrder): boolean {
  const named = [...findOrderMentions(subject, number, aliases), ...findOrderMentions(text, number, aliases)];
  return named.length > 0 && !named.some(({ isOurs }) => isOurs);
}

/** A row below a signature is kept where it names a line of the order and something besides. */
function isRowOf(line: string, { lines }: AskedOrder): boolean {
  const cells = cellsOf(line);
  return cells !== null && (findLineMentions(line, lines).length > 0 || readHeadings(cells) !== null);
}

/** A person wrote about the delivery and nothing in it could be read: that is told too, so that somebody looks. */
function unanswered(visible: string, text: string, { lines }: AskedOrder, doubts: readonly ClaimDoubt[]): ReadClaim[] {
  const statements = cutStatements(visible);
  const telling =
    statements.find((one) => OF_DELIVERY.test(one.text)) ??
    statements.find((one) => /\b(?:cannot|can't|unable|not able)\b/i.test(one.text)) ??
    statements.find((one) => one.text.includes('?'));
  if (!telling) return [];
  const [only, second] = lines;
  const named = findLineMentions(telling.text, lines).filter(({ isSure, kind }) => isSure && kind === 'named');
  const [meant] = named.length === 1 ? (named[0]?.lines ?? []) : [];
  return [
    {
      line: only && !second ? only.line : meant === undefined ? null : (lines[meant]?.line ?? null),
      kind: 'unclear',
      day: null,
      quantity: null,
      quote: text.slice(...telling.span).trim(),
      doubts: [...new Set(doubts)],
    },
  ];
}
