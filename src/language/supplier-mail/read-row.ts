import type { IsoDay } from '../entities/calendar-day.js';
import { findMailDays } from './find-mail-days.js';
import type { ClaimDoubt, Finding } from './finding.js';
import { findLineMentions } from './line-mentions.js';
import type { DayContext, MailDay } from './mail-day.js';
import type { AskedOrder } from './marked-statement.js';
import { readNumericDay } from './numeric-days.js';
import { findOrderMentions } from './order-mentions.js';
import { REST } from './quantities.js';
import { CONDITIONS, cancels, confirms, HEDGES, UNSURE } from './statement-signs.js';
import type { Cell, Statement } from './statements.js';
import type { Column } from './table-columns.js';

/** A row of a table: what it says of its line. `kind` prose: no row of this order's, to be read as a sentence. */
export type RowReading =
  | { readonly kind: 'row'; readonly findings: readonly Finding[] }
  | { readonly kind: 'other_item' }
  | { readonly kind: 'prose' };

export function readRow(
  { cells, span, text }: Statement,
  columns: readonly Column[] | null,
  order: AskedOrder,
  context: DayContext,
): RowReading {
  if (!cells) return { kind: 'prose' };
  if (findOrderMentions(text, order.number, order.aliases).some(({ isOurs }) => !isOurs)) return { kind: 'other_item' };
  const hasColumns = columns?.length === cells.length;
  const of = (...wanted: Column[]): Cell[] =>
    hasColumns ? cells.filter((_, at) => wanted.includes(columns[at] ?? 'other')) : [];
  const lines = linesOf(cells, hasColumns ? of('line') : null, hasColumns ? of('item') : cells, order);
  if (lines === null) {
    const looksLikeCode = (hasColumns ? of('item', 'line') : cells.slice(0, 2)).some(
      ({ text: cell }) => cell !== '' && (hasColumns || /^[\p{L}]+[-_ ]?\d[\w-]*$/u.test(cell)),
    );
    return { kind: looksLikeCode ? 'other_item' : 'prose' };
  }
  const [at = 0] = lines;
  const line = order.lines[at];
  const quantity = quantityOf(
    hasColumns
      ? of('quantity')
      : cells.filter((cell, place) => !(place === 0 && Number(cell.text) === Number(line?.line))),
  );
  // a number of units that no heading explains may be what is really coming
  const isUnexplained =
    (hasColumns && new Set(of('quantity').flatMap(({ text: cell }) => (IS_DAY.test(cell) ? [] : [cell]))).size > 1) ||
    (quantity === null && hasUnexplained(hasColumns ? of('other', 'date') : cells, line));
  const day = dayOf(cells, hasColumns ? columns : null, context, line?.promised ?? null);
  const words = cells.map((cell) => cell.text).join(' | ');
  const doubts: ClaimDoubt[] = [
    ...(HEDGES.test(words) ? (['hedged'] as const) : []),
    ...(/\?/.test(words) ? (['asks'] as const) : []),
    ...(isUnexplained ? (['conflict'] as const) : []),
    ...(lines.length > 1 ? (['line_unknown'] as const) : []),
  ];
  const finding = (change: Partial<Finding> & Pick<Finding, 'kind'>): RowReading => ({
    kind: 'row',
    findings: [
      {
        lines: lines.length === 1 ? lines : null,
        scope: 'named',
        day: null,
        event: 'unsaid',
        quantity,
        isRest: REST.test(words),
        corrects: false,
        doubts,
        span,
        ...change,
      },
    ],
  });
  if (cancels(words, day.kind === 'day')) return finding({ kind: day.kind === 'none' ? 'cancelled' : 'unclear' });
  if (day.kind === 'several') return finding({ kind: 'unclear', doubts: [...doubts, 'conflict'] });
  if (day.kind === 'day') {
    const why: ClaimDoubt[] = day.found.doubt === 'no_day' ? ['vague'] : day.found.doubt ? [day.found.doubt] : [];
    const isReadable =
      !CONDITIONS.test(words) &&
      (day.found.day !== null || day.found.shift !== null) &&
      !why.some((one) => one === 'two_readings' || one === 'weekday_differs');
    return finding({
      kind: isReadable ? (quantity === null ? 'date' : 'quantity') : 'unclear',
      day: isReadable ? day.found : null,
      event: day.event,
      doubts: [...doubts, ...why],
    });
  }
  if (confirms(words) && !UNSURE.test(words)) return finding({ kind: 'none' });
  if (quantity !== null && quantity !== line?.ordered) return finding({ kind: 'quantity' });
  return UNSURE.test(words) || /\|\s*(?:-+|n\/a|\?|open)?\s*$/.test(words)
    ? finding({ kind: 'unclear' })
    : { kind: 'row', findings: [] };
}

/** The line of a row, by its number, SKU or name; null where it is none of the order's. */
function linesOf(
  cells: readonly Cell[],
  numbered: readonly Cell[] | null,
  named: readonly Cell[],
  { lines }: AskedOrder,
): number[] | null {
  const found = named.flatMap(({ text }) => findLineMentions(text, lines).filter(({ kind }) => kind === 'named'));
  const sure = [...new Set(found.filter(({ isSure }) => isSure).flatMap((one) => one.lines))];
  const byNumber = (numbered ?? [])
    .map(({ text }) => lines.findIndex(({ line }) => String(line) === text.replace(/\D/g, '')))
    .filter((at) => at >= 0);
  if (sure.length === 1 && byNumber.every((at) => at === sure[0])) return sure;
  if (sure.length > 0) return [...new Set([...sure, ...byNumber])];
  const itemIsUnknown = numbered !== null && named.some(({ text }) => text !== '') && found.length === 0;
  if (byNumber.length === 1 && !itemIsUnknown) return byNumber;
  if (found.length > 0) return [...new Set(found.flatMap((one) => one.lines))];
  const holdsWordsOnly = cells.every(
    ({ text }) => /^[\d\s./-]*$|^\p{L}+\.?\s\d/u.test(text) || /^\d+\s*(?:pcs|units)?$/i.test(text),
  );
  return lines.length === 1 && numbered === null && holdsWordsOnly ? [0] : null;
}

function quantityOf(cells: readonly Cell[]): number | null {
  const numbers = cells.flatMap(({ text }) => {
    const match =
      /^(?:qty:?\s*)?(\d{1,3}(?:[,.]\d{3})+|\d{1,6})\s*(?:pcs|pc|units?|pieces|ea|each|x|stk\.?|uds\.?|nos|pkts?|packets?|packs?|sets?|box(?:es)?|ctns?|cartons?|rolls?|pairs?|prs|bottles?|bags?|doz|bundles?|reels?|sheets?)?\.?$/i.exec(
        text,
      );
    return match ? [Number((match[1] ?? '').replace(/[,.]/g, ''))] : [];
  });
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

const hasUnexplained = (cells: readonly Cell[], line: AskedOrder['lines'][number] | undefined): boolean =>
  cells.some(
    ({ text }) => /^\d{1,6}$/.test(text) && Number(text) !== line?.ordered && Number(text) !== Number(line?.line),
  );

/** As no number of units is written. */
const IS_DAY = /\d[-/.]\d{1,2}[-/.]\d|\d[ .-]?\p{L}{3,}|\p{L}{3,}[ .]\d/u;

type RowDay =
  | { readonly kind: 'none' | 'several' }
  | { readonly kind: 'day'; readonly found: MailDay; readonly event: Finding['event'] };

/** The day of a row: an arrival before a shipment, and never the one that its heading, or the order, calls the old one. */
function dayOf(
  cells: readonly Cell[],
  columns: readonly Column[] | null,
  context: DayContext,
  promised: IsoDay | null,
): RowDay {
  const found = cells.flatMap((cell, at) => {
    // "Confirmed" may be units or a day
    const named = columns?.[at] ?? 'date';
    const column = named === 'quantity' && IS_DAY.test(cell.text) ? 'date' : named;
    if (column !== 'date' && column !== 'ships' && column !== 'arrives') return [];
    return daysOfCell(cell.text, context).map((day) => ({ day, column }));
  });
  const column = (['arrives', 'date', 'ships'] as const).find((one) => found.some((day) => day.column === one));
  const best = found.filter((one) => one.column === column);
  const fresh = best.length > 1 ? best.filter(({ day }) => day.day !== promised) : best;
  const [first = best[0]] = fresh;
  if (!first) return { kind: 'none' };
  if (new Set(fresh.map(({ day }) => day.day)).size > 1) return { kind: 'several' };
  return { kind: 'day', found: first.day, event: column === 'date' || !column ? 'unsaid' : column };
}

function daysOfCell(text: string, context: DayContext): MailDay[] {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
  if (!dotted) return findMailDays(text, context);
  const read = readNumericDay(dotted[1] ?? '', dotted[2] ?? '', undefined, context, { isDotted: true });
  return read && context.writesDots ? [{ ...read, span: [0, text.length] }] : [];
}
