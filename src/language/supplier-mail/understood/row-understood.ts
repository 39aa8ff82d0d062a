import type { DayContext } from '../mail-day.js';
import { type AskedOrder, markStatement } from '../marked-statement.js';
import { OF_OTHER_GOODS } from '../statement-signs.js';
import type { Cell } from '../statements.js';
import type { Column } from '../table-columns.js';
import { NEWS } from './news.js';
import { OPEN_CLASSES } from './open-words.js';
import { parseStatement } from './parse-statement.js';
import { type Token, tokensOf } from './tokens.js';

/** Headings of columns that say nothing of when goods come. */
const QUIET_HEADING =
  /^(?:uom|u\/m|um|unit|whse|warehouse|curr(?:ency)?|origin|country|hs code|ext|carrier|ship via|via|colou?r|size|model|supplier|brand|me|einheit|preis|weight|cbm|(?:your |our )?(?:part|item|order|ref)\w*\.?(?: ?(?:no\.?|#|number))?)$/i;

const PLAIN_STATE =
  /^(?:delayed|late|revised|changed|confirmed|conf\.?|new|updated|rescheduled|open|in stock|ok|yes)$/i;

/** Whether each heading of a table is of a known kind. */
export const areHeadingsUnderstood = (cells: readonly Cell[], columns: readonly Column[]): boolean =>
  cells.every(
    ({ text }, at) =>
      columns[at] !== 'other' ||
      QUIET_HEADING.test(text) ||
      /price|amount|total|cost|tracking|back-?order|shipped|received|open|balance/i.test(text),
  );

/** Whether each cell of a row is the number, name, amount, day or plain state of its line, and nothing else. */
export function isRowUnderstood(
  cells: readonly Cell[],
  columns: readonly Column[] | null,
  order: AskedOrder,
  days: DayContext,
): boolean {
  return cells.every(({ text }, at) => {
    const column = columns?.length === cells.length ? columns[at] : null;
    if (/^[\s-]*$/.test(text) || /^n\/?a$/i.test(text))
      return column !== 'date' && column !== 'ships' && column !== 'arrives';
    // what the numbers mean is judged where the row is read
    if (
      /^(?:qty:?\s*)?(?:\d{1,3}(?:[,.]\d{3})+|\d+)\s*(?:pcs|pc|units?|pieces|ea|each|x|stk\.?|uds\.?|nos|pkts?|packets?|packs?|sets?|box(?:es)?|ctns?|cartons?|rolls?|pairs?|prs|bottles?|bags?|doz|bundles?|reels?|sheets?)?\.?$/i.test(
        text,
      )
    )
      return true;
    if (column === 'item') return !OF_OTHER_GOODS.test(text) && !/[?]/.test(text);
    if (column === 'line' || column === 'other') return /^[\p{L}\d$€£.,/# -]{1,20}$/u.test(text) && !NEWS.test(text);
    if (PLAIN_STATE.test(text)) return true;
    const [state = '', ...cause] = text.toLowerCase().split(/[\s,;:-]+/);
    if (PLAIN_STATE.test(state) && cause.every((word) => OPEN_CLASSES.OPEN?.(word))) return true;
    const tokens = tokensOf(markStatement(text, order, days), order, days);
    return parseStatement(tokens).readings.length > 0 || isNameOnly(tokens);
  });
}

const isNameOnly = (tokens: readonly Token[]): boolean => tokens.every(({ mark }) => /^[LOQU]$/.test(mark));
