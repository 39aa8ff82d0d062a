import type { IsoDay } from '../entities/calendar-day.js';
import type { Span } from '../entities/entity.js';
import { type AutomaticKind, automaticKind, type MailHeaders } from './automatic-mail.js';
import type { ClaimDoubt, Context, Finding, Reading } from './finding.js';
import { findLineMentions } from './line-mentions.js';
import type { DayContext } from './mail-day.js';
import { newestAnswer } from './newest-answer.js';
import { writesDots, writtenOrder } from './numeric-days.js';
import { findOrderMentions } from './order-mentions.js';
import { type AskedOrder, readProse } from './read-prose.js';
import { type Column, readHeadings, readRow } from './read-row.js';
import { type ReadClaim, settleClaims } from './settle-claims.js';
import { OF_DELIVERY, TO_MACHINE } from './statement-signs.js';
import { cellsOf, cutStatements, type Statement } from './statements.js';

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

/**
 * Reads a supplier's answer into claims about the lines of one purchase order. Only its newest words count, never what
 * is quoted below. Says what it doubts about each claim; whether one may be applied is not decided here.
 */
export function readSupplierMail(mail: SupplierMail, order: AskedOrder): MailReading {
  const answer = newestAnswer(mail.subject, mail.text, (line) => isRowOf(line, order));
  const automatic = automaticKind({ ...mail, words: answer.visible.trim() });
  if (automatic) return { kind: 'automatic', automatic };
  const own = readPart(answer.visible, answer.quoted, mail, order);
  const isForwardOnly = own.findings.length === 0 && answer.forwarded !== null;
  const read = isForwardOnly ? readPart(answer.forwarded ?? '', '', mail, order) : own;
  const subject = findOrderMentions(mail.subject, order.number);
  const whole: ClaimDoubt[] = [
    ...read.doubts,
    ...own.doubts,
    ...(isForwardOnly ? (['forwarded'] as const) : []),
    ...(TO_MACHINE.test(mail.text) ? (['to_machine'] as const) : []),
    ...(subject.length > 0 && !subject.some(({ isOurs }) => isOurs) ? (['other_order'] as const) : []),
    ...(onlyOthersAreNamed(mail, order) ? (['other_order'] as const) : []),
  ];
  const claims = settleClaims(read.findings, order.lines, mail.sentOn, mail.text).map((claim) => {
    const [start, end] = spanOf(claim, mail.text);
    const isAmidQuoted = answer.amidQuoted.some((span) => span[0] < end && span[1] > start);
    return {
      ...claim,
      doubts: [...new Set([...claim.doubts, ...whole, ...(isAmidQuoted ? (['amid_quoted'] as const) : [])])],
    };
  });
  return { kind: 'read', claims: claims.length > 0 ? claims : unanswered(answer.visible, mail.text, order, whole) };
}

const spanOf = ({ quote }: ReadClaim, text: string): Span => [text.indexOf(quote), text.indexOf(quote) + quote.length];

/** No order is named but others, not even in what is quoted. */
function onlyOthersAreNamed({ subject, text }: SupplierMail, { number }: AskedOrder): boolean {
  const named = [...findOrderMentions(subject, number), ...findOrderMentions(text, number)];
  return named.length > 0 && !named.some(({ isOurs }) => isOurs);
}

/** A row below a signature is kept where it names a line of the order and something besides. */
const isRowOf = (line: string, { lines }: AskedOrder): boolean =>
  cellsOf(line) !== null && (findLineMentions(line, lines).length > 0 || readHeadings(cellsOf(line) ?? []) !== null);

function readPart(visible: string, quoted: string, { sentOn }: SupplierMail, order: AskedOrder): Reading {
  const promised = order.lines.flatMap((line) => line.promised ?? []);
  const days: DayContext = {
    sentOn,
    promised,
    order: writtenOrder(visible, sentOn, promised),
    writesDots: writesDots(visible),
    near: null,
  };
  const findings: Finding[] = [];
  const doubts: ClaimDoubt[] = [];
  let context: Context = { lines: null, isSure: false, paragraph: -1, lastDay: null };
  let columns: readonly Column[] | null = null;
  let scope: { of: 'any' | 'ours' | 'others'; paragraph: number; sawOthers: boolean } = {
    of: 'any',
    paragraph: -1,
    sawOthers: false,
  };
  let end = 0;
  for (const statement of cutStatements(visible)) {
    context = answeredBelow(quoted.slice(end, statement.span[0]), statement, order, context);
    end = statement.span[1];
    if (statement.cells) {
      const headings = readHeadings(statement.cells);
      if (headings) {
        columns = headings;
        continue;
      }
      const row = readRow(statement, columns, order, days);
      if (row.kind === 'row') {
        findings.push(...row.findings);
        const [first] = row.findings;
        if (first?.lines) context = { ...context, lines: first.lines, isSure: true, paragraph: statement.paragraph };
      }
      if (row.kind !== 'prose') continue;
    } else columns = null;
    const read = readProse(statement, order, days, context);
    context = read.context;
    doubts.push(...read.doubts);
    if (read.orders.ours || read.orders.others)
      scope = {
        of: read.orders.ours ? 'ours' : 'others',
        paragraph: statement.paragraph,
        sawOthers: scope.sawOthers || read.orders.others,
      };
    findings.push(...inScope(read.findings, read.orders, scope, statement));
  }
  return { findings, doubts };
}

/** What is said of another order is no claim; what may be is doubted. */
function inScope(
  findings: readonly Finding[],
  orders: { readonly ours: boolean; readonly others: boolean },
  scope: { readonly of: 'any' | 'ours' | 'others'; readonly paragraph: number; readonly sawOthers: boolean },
  { paragraph }: Statement,
): Finding[] {
  const doubted = (one: Finding): Finding => ({ ...one, doubts: [...one.doubts, 'other_order'] });
  if (orders.ours && orders.others)
    return findings.map((one) => ({
      ...doubted(one),
      kind: one.kind === 'none' ? 'none' : 'unclear',
      day: null,
      quantity: null,
    }));
  if (scope.of === 'others' && (orders.others || scope.paragraph === paragraph))
    return orders.others ? [] : findings.filter((one) => one.scope === 'named').map(doubted);
  return scope.sawOthers && scope.of === 'others' ? findings.map(doubted) : [...findings];
}

/** An answer written below a quoted line speaks of what that line names. */
function answeredBelow(quoted: string, { paragraph }: Statement, { lines }: AskedOrder, context: Context): Context {
  if (quoted.trim() === '') return context;
  const mentions = findLineMentions(quoted, lines).filter(({ kind }) => kind === 'named');
  const last = mentions.at(-1);
  return last ? { ...context, lines: last.lines, isSure: last.isSure, paragraph } : { ...context, lines: null };
}

/** A person wrote about the delivery and nothing in it could be read: that is told too, so that somebody looks. */
function unanswered(visible: string, text: string, { lines }: AskedOrder, doubts: readonly ClaimDoubt[]): ReadClaim[] {
  const statements = cutStatements(visible);
  const telling =
    statements.find((one) => OF_DELIVERY.test(one.text)) ?? statements.find((one) => one.text.includes('?'));
  if (!telling) return [];
  const [only, second] = lines;
  return [
    {
      line: only && !second ? only.line : null,
      kind: 'unclear',
      day: null,
      quantity: null,
      quote: text.slice(...telling.span).trim(),
      doubts: [...new Set(doubts)],
    },
  ];
}
