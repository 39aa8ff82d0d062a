import { isAside, withoutAsides } from './asides.js';
import type { ClaimDoubt, Context, Finding, Reading } from './finding.js';
import { findLineMentions } from './line-mentions.js';
import type { DayContext } from './mail-day.js';
import type { AskedOrder } from './marked-statement.js';
import { readProse } from './read-prose.js';
import { readRow } from './read-row.js';
import { cutWithStackedTables } from './stacked-table.js';
import { TO_MACHINE } from './statement-signs.js';
import type { Statement } from './statements.js';
import { type Column, readHeadings } from './table-columns.js';
import type { TakenStatement } from './taken-statement.js';
import { parseText } from './understood/parse-text.js';
import { ofWholeOrder } from './whole-order.js';

/** What the statements of a mail say, and what each was read as. */
export interface StatementsReading extends Reading {
  readonly taken: readonly TakenStatement[];
}

/** The order that the words before spoke of. */
interface Scope {
  readonly of: 'any' | 'ours' | 'others';
  /** It stood alone, as a title of what follows. */
  readonly isTitle: boolean;
  readonly paragraph: number;
  readonly sawOthers: boolean;
}

/** Doubts about words that speak of the goods do not hold of a sentence that does not. */
const OF_ASIDES: ReadonlySet<ClaimDoubt> = new Set([
  'other_days',
  'asks',
  'other_goods',
  'on_the_way',
  'part',
] as const);

/** An order's number and nothing else. */
const TITLE_OF_ORDER =
  /^\s*(?:(?:re|your|our|ihre|votre|su)\s+)?\p{L}{0,12}\.?\s*(?:no\.?|nr\.?|#|:)?\s*[\p{L}\d/-]*\d[\p{L}\d/-]*\s*:?\s*$/iu;

/** Reads the statements of a mail in their order; each may lean on the one before. `quoted` stands between them. */
export function readStatements(
  visible: string,
  quoted: string,
  order: AskedOrder,
  days: DayContext,
  isGenerous = false,
): StatementsReading {
  const findings: Finding[] = [];
  const doubts: ClaimDoubt[] = [];
  const taken: TakenStatement[] = [];
  const asides = new Set<number>();
  let context: Context = { lines: null, isSure: false, paragraph: -1, lastDay: null };
  let columns: readonly Column[] | null = null;
  let scope: Scope = {
    of: 'any',
    isTitle: false,
    paragraph: -1,
    sawOthers: false,
  };
  let end = 0;
  let paragraphToMachine = -1;
  for (const statement of cutWithStackedTables(visible)) {
    context = answeredBelow(quoted.slice(end, statement.span[0]), statement, order, context);
    end = statement.span[1];
    if (TO_MACHINE.test(statement.text)) paragraphToMachine = statement.paragraph;
    if (paragraphToMachine === statement.paragraph) {
      taken.push({ statement, as: 'prose', columns: null, lines: [], parsed: null });
      continue;
    }
    if (statement.cells) {
      const headings = readHeadings(statement.cells);
      if (headings) {
        columns = headings;
        taken.push({ statement, as: 'headings', columns, lines: [], parsed: null });
        continue;
      }
      const row = readRow(statement, columns, order, days);
      if (row.kind === 'row') {
        findings.push(...row.findings);
        const [first] = row.findings;
        if (first?.lines) context = { ...context, lines: first.lines, isSure: true, paragraph: statement.paragraph };
      }
      if (row.kind !== 'prose') {
        taken.push({
          statement,
          as: row.kind,
          columns,
          lines: row.kind === 'row' ? row.findings.flatMap((one) => one.lines ?? []) : [],
          parsed: null,
        });
        continue;
      }
    } else columns = null;
    const parsed = parseText(statement.text, order, days);
    taken.push({ statement, as: 'prose', columns: null, lines: [], parsed });
    const read = readProse(statement, order, days, context, isGenerous);
    context = read.context;
    const isBeside = isAside(parsed);
    if (isBeside) asides.add(statement.span[0]);
    doubts.push(...read.doubts.filter((one) => !isBeside || !OF_ASIDES.has(one)));
    if (read.orders.ours || read.orders.others)
      scope = {
        of: read.orders.ours ? 'ours' : 'others',
        isTitle: TITLE_OF_ORDER.test(statement.text),
        paragraph: statement.paragraph,
        sawOthers: scope.sawOthers || read.orders.others,
      };
    findings.push(...inScope(read.findings, read.orders, scope, statement));
  }
  return { findings: ofWholeOrder(withoutAsides(findings, asides), visible, order), doubts, taken };
}

/** What is said of another order is no claim; what may be is doubted. */
function inScope(
  findings: readonly Finding[],
  orders: { readonly ours: boolean; readonly others: boolean },
  scope: Scope,
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
    return orders.others || scope.isTitle ? [] : findings.filter((one) => one.scope === 'named').map(doubted);
  return scope.sawOthers && scope.of === 'others' ? findings.map(doubted) : [...findings];
}

/** An answer written below a quoted line speaks of what that line names. */
function answeredBelow(quoted: string, { paragraph }: Statement, { lines }: AskedOrder, context: Context): Context {
  if (quoted.trim() === '') return context;
  const mentions = findLineMentions(quoted, lines).filter(({ kind }) => kind === 'named');
  const last = mentions.at(-1);
  return last ? { ...context, lines: last.lines, isSure: last.isSure, paragraph } : { ...context, lines: null };
}
