import type { IsoDay } from '../../entities/calendar-day.js';
import type { Span } from '../../entities/entity.js';
import type { DayContext, MailDay } from '../mail-day.js';
import type { AskedOrder, MarkedStatement } from '../marked-statement.js';

/** A word of a sentence, or a mark for what was read already, with what that was. */
export interface Token {
  /**
   * The word in lower case, or: `D` a sure day, `P` one that is not after the mail's own, `N` one named by its weekday alone, `S` a
   * sure count of days from the promised one, `T` today, this week or no certain time, `V` any other time, `O` our order, `X` another one, `L` certain lines, `A` all of them, `R` the others, `U` goods that are not certain, `Q`
   * all units that were ordered, `#` any other number, `W` the supplier's own name.
   */
  readonly mark: string;
  readonly day: MailDay | null;
  /** Places in the order's list of lines. */
  readonly lines: readonly number[];
  /** A comma, a dash, a bracket or a colon stands before it. */
  readonly isAfterBreak: boolean;
}

interface Marked extends Omit<Token, 'isAfterBreak'> {
  readonly span: Span;
}

const SILENT = /[\s,.;:!()"'*_•·–—<=-]|\p{Cc}|\p{Extended_Pictographic}|\ufe0f|\ud83c[\udffb-\udfff]/gu;
const WORD = /->|→|=>|>|\p{L}+(?:['.]\p{L}+)*|\d+|[^\s]/gu;
const CLOCK =
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:am|pm|h|hrs|uhr))?(?:\s?(?:gmt|cet|cest|utc|est|pst))?(?![\d:])/g;
const BREAK_BEFORE = /[,;:()\n!?]\s*$|\s[-–—]+\s*$|\.\s+$/;
const LIST_SIGN = /^\s*(?:[-*•·+>]+|\(?\d{1,2}[.)])\s+/;
const SAME_WORDS: Readonly<Record<string, string>> = { '&': 'and', '+': 'and', '->': '>', '→': '>', '=>': '>' };

/** Cuts a statement into tokens. Nothing is left out but marks of punctuation: an unknown sign is a token of its own. */
export function tokensOf(
  marked: MarkedStatement,
  { lines, supplier }: AskedOrder,
  { sentOn }: Pick<DayContext, 'sentOn'>,
): Token[] {
  const { text, orders, mentions, days } = marked;
  const names = supplier ? [supplier, ...(/^\p{L}{4,}/u.exec(supplier) ?? [])] : [];
  const name = names.find((one) => text.toLowerCase().includes(one.toLowerCase())) ?? '';
  const firm = name === '' ? -1 : text.toLowerCase().indexOf(name.toLowerCase());
  const isInName = ({ span }: { readonly span: Span }): boolean =>
    firm >= 0 && overlaps(span, [firm, firm + name.length]);
  const named = mentions.filter((one) => !isInName(one) || one.kind !== 'named');
  const marks: Marked[] = [
    ...named.map(({ span, kind, isSure, lines: of }) => ({
      span,
      day: null,
      lines: of,
      mark: kind === 'all' ? 'A' : kind === 'others' ? 'R' : isSure && of.length > 0 ? 'L' : 'U',
    })),
    ...orders
      .filter(({ span }) => !mentions.some((one) => overlaps(one.span, span)))
      .map(({ span, isOurs }) => ({ span, day: null, lines: [], mark: isOurs ? 'O' : 'X' })),
    ...(firm >= 0 ? [{ span: [firm, firm + name.length] as const, day: null, lines: [], mark: 'W' }] : []),
    ...days.map((day) => ({ span: day.span, day, lines: [], mark: markOf(day, text.slice(...day.span), sentOn) })),
  ]
    .sort((a, b) => a.span[0] - b.span[0])
    .map((one, at, all) => toldBeside(one, [all[at - 1], all[at + 1]], text) ?? one);
  const tokens: Token[] = [];
  const ordered = lines.flatMap((line) => line.ordered ?? []);
  let at = LIST_SIGN.exec(text)?.[0].length ?? 0;
  if (marks.some(({ span }) => span[0] < at)) at = 0;
  for (const mark of [...marks, null]) {
    if (mark && mark.span[0] < at) {
      // "pushing line 2 out by 7 days" is a count of days with a line amid it
      if (mark.lines.length > 0) tokens.splice(-1, 0, { ...mark, isAfterBreak: false });
      continue;
    }
    tokens.push(
      ...wordsOf(
        withoutDescribed({ text, from: at, to: mark?.span[0] ?? text.length, marks, lines }),
        ordered,
        lines.length,
      ),
    );
    if (mark) {
      tokens.push({
        mark: mark.mark,
        day: mark.day,
        lines: mark.lines,
        isAfterBreak: BREAK_BEFORE.test(text.slice(0, mark.span[0])),
      });
      at = mark.span[1];
    }
  }
  return tokens;
}

/** What stands between two marks of a text. */
interface Gap {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Marked[];
  readonly lines: AskedOrder['lines'];
}

/** "bamboo tray 40x30": the figures behind a name that are its own. */
function withoutMeasure({ text, from, to, marks, lines }: Gap): string {
  const words = text.slice(from, to);
  const named = marks.find(({ span, mark }) => span[1] === from && mark === 'L');
  const measure =
    named && /^ ?\d[\d.,]*(?: ?[x×] ?\d+)?(?: ?(?:mm|cm|m|ml|g|kg|l|oz|in|w|v|ft|pk))?(?![\p{L}\d])/iu.exec(words)?.[0];
  const isOwn =
    measure &&
    named.lines.some((at) =>
      lines[at]?.description.toLowerCase().replaceAll(' ', '').includes(measure.toLowerCase().replaceAll(' ', '')),
    );
  return isOwn ? words.slice(measure.length) : words;
}

/** "(forged flange 4 in 150#)": in brackets that name a line, the numbers and units of its description are its name. */
function withoutDescribed(gap: Gap): string {
  const { text, from, marks, lines } = gap;
  const words = withoutMeasure(gap);
  const before = text.slice(0, from);
  const last = marks.findLast(({ span }) => span[1] <= from);
  const [rest] = words.split(')');
  if (last?.mark !== 'L' || !words.includes(')') || before.lastIndexOf('(') <= before.lastIndexOf(')')) return words;
  if (last.span[0] < before.lastIndexOf('(') || rest === undefined) return words;
  const known = last.lines.flatMap((at) => wordsIn(lines[at]?.description ?? ''));
  const isName = wordsIn(rest).every((word) => known.includes(word)) && /^[\s\p{L}\d#".,/-]*$/u.test(rest);
  return isName ? words.slice(rest.length) : words;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];

/** "the motors (VC-7741-B)": what alone could be several things is told by what stands right beside it. */
function toldBeside(one: Marked, beside: readonly (Marked | undefined)[], text: string): Marked | null {
  if (one.mark !== 'U') return null;
  const telling = beside.find(
    (other) =>
      other?.mark === 'L' &&
      other.lines.every((line) => one.lines.includes(line)) &&
      /^[\s()"':,-]*$/.test(text.slice(Math.min(one.span[1], other.span[1]), Math.max(one.span[0], other.span[0]))),
  );
  return telling ? { ...one, mark: 'L', lines: telling.lines } : null;
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && a[1] > b[0];
function markOf({ day, shift, doubt }: MailDay, written: string, sentOn: IsoDay): string {
  if (doubt === 'no_day' || /^(?:today|this week)$/i.test(written)) return 'T';
  if (doubt !== null || (day === null && shift === null)) return 'V';
  if (day === null) return 'S';
  return day <= sentOn ? 'P' : /\d/.test(written) ? 'D' : 'N';
}

const wordsOf = (text: string, ordered: readonly number[], lineCount: number): Token[] =>
  [
    ...text
      .toLowerCase()
      .replace(/(?<=\d),(?=\d{3}\b)/g, '')
      .replace(CLOCK, ' ')
      .matchAll(WORD),
  ].flatMap(({ 0: word, index }) => {
    if (word.replace(SILENT, '') === '') return [];
    const isNumber = /^\d+$/.test(word);
    const isOthers = lineCount > 1 && /^(?:rest|remainder|remaining)$/.test(word);
    const mark = isNumber ? (ordered.includes(Number(word)) ? 'Q' : '#') : isOthers ? 'R' : (SAME_WORDS[word] ?? word);
    return [{ mark, day: null, lines: [], isAfterBreak: BREAK_BEFORE.test(text.slice(0, index)) }];
  });
