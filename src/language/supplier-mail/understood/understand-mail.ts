import { dayAfter, type IsoDay } from '../../entities/calendar-day.js';
import type { DayContext } from '../mail-day.js';
import type { AskedOrder } from '../marked-statement.js';
import type { ReadClaim } from '../settle-claims.js';
import type { TakenStatement } from '../taken-statement.js';
import { isNameLine } from './address-lines.js';
import { isClosingLine, isOpeningLine } from './opening-lines.js';
import type { Clause } from './parse-statement.js';
import { type ParsedText, parseText } from './parse-text.js';
import { areHeadingsUnderstood, isRowUnderstood } from './row-understood.js';
import { isContactLine, isSignatureLine } from './signature-lines.js';
import type { Token } from './tokens.js';

/** A mail's newest words as they were cut, and what stands below its signature. */
export interface WordsToUnderstand {
  readonly taken: readonly TakenStatement[];
  readonly signature: string;
}

/**
 * For each claim, whether a second reading bears it out: by a grammar of plain statements, every sentence of the mail is
 * understood to its last word, and the sentences say what was claimed, of this line. It knows nothing of doubts; what it
 * does not know, it does not understand.
 */
export function understandMail(
  { taken, signature }: WordsToUnderstand,
  claims: readonly ReadClaim[],
  order: AskedOrder,
  days: DayContext,
): boolean[] {
  const none = claims.map(() => false);
  const parse = (text: string): ParsedText => parseText(text, order, days);
  if (!signature.split('\n').every((line) => isSignatureLine(line) || isNameLine(line) || parse(line).isHarmless))
    return none;
  const parsed = taken.map(({ statement, parsed }) => parsed ?? parse(statement.text));
  const signedFrom = signatureStart(taken, parsed);
  const closedFrom = closingStart(taken, signedFrom);
  const borne = new Set<ReadClaim>();
  for (const [place, { statement, as, columns, lines }] of taken.entries()) {
    const { cells, text } = statement;
    const { tokens, isHarmless, isPlain, readings } = parsed[place] ?? parse(text);
    if (cells && as === 'headings') {
      if (!areHeadingsUnderstood(cells, columns ?? [])) return none;
    } else if (cells && as !== 'prose') {
      if (lines.length === 0 && place > 0 && isSignatureLine(text) && !/\d{1,2}[./-]\d{1,2}/.test(text)) continue;
      if (as === 'row' && !isRowUnderstood(cells, columns, order, days)) return none;
      for (const claim of claims) if (lines.some((at) => order.lines[at]?.line === claim.line)) borne.add(claim);
    } else {
      const meant = isLoneWord(tokens, text)
        ? undefined
        : readings
            .map((clauses) => clauses.map((clause) => claimsOf(clause, tokens, claims, order)))
            .filter((reading) => reading.every((one) => one !== null))
            .sort((a, b) => new Set(b.flat()).size - new Set(a.flat()).size)[0];
      for (const claim of meant?.flatMap((one) => one ?? []) ?? []) borne.add(claim);
      const isName =
        readings.length === 0 &&
        (place >= signedFrom || (place === 0 && (isNameLine(text) || isOpeningLine(text))) || place >= closedFrom);
      if (!meant && !isHarmless && !isName) return none;
      if (!isPlain && !areClaimed(tokens, claims, order)) return none;
    }
  }
  return claims.map((claim) => borne.has(claim));
}

/** What happened to a line of which nothing is claimed is news. */
const areClaimed = (tokens: readonly Token[], claims: readonly ReadClaim[], { lines }: AskedOrder): boolean =>
  tokens.every(
    ({ mark, lines: named }) =>
      mark !== 'L' || named.every((at) => claims.some(({ line }) => line === lines[at]?.line)),
  );

/** "tomorrow" may answer any question. */
const isLoneWord = (tokens: readonly Token[], text: string): boolean =>
  tokens.length === 1 && tokens[0]?.day !== null && !/\d/.test(text);

/** Where a signature without a farewell begins: a name, and lines of firms and addresses below it. */
function signatureStart(taken: readonly TakenStatement[], parsed: readonly ParsedText[]): number {
  let at = taken.length;
  while (at > 1 && (isSignatureLine(taken[at - 1]?.statement.text ?? '') || parsed[at - 1]?.isHarmless)) at -= 1;
  const name = taken.findIndex(
    ({ statement: { text } }, place) =>
      place >= at &&
      (isNameLine(text) || isContactLine(text) || (parsed[place]?.isOfFirm === true && isSignatureLine(text))),
  );
  return name < 0 ? taken.length : name;
}

/** Where a farewell begins in whatever words: a paragraph of its own. */
function closingStart(taken: readonly TakenStatement[], signedFrom: number): number {
  const last = taken.findLastIndex(({ statement: { text } }, place) => place < signedFrom && !isClosingLine(text));
  return taken[last]?.statement.paragraph === taken[last + 1]?.statement.paragraph ? taken.length : last + 1;
}

/** The claims that a clause says as well; null where one says something else. */
function claimsOf(
  clause: Clause,
  tokens: readonly Token[],
  claims: readonly ReadClaim[],
  order: AskedOrder,
): ReadClaim[] | null {
  const own = tokens.slice(clause.from, clause.to);
  const named = own.flatMap(({ mark, lines }) => (mark === 'L' ? lines : []));
  const elsewhere = tokens.flatMap(({ mark, lines }, at) =>
    mark === 'L' && (at < clause.from || at >= clause.to) ? lines : [],
  );
  const isAll = own.some(({ mark }) => mark === 'A');
  const isOthers = own.some(({ mark }) => mark === 'R');
  const says = (claim: ReadClaim): boolean =>
    isSaid(clause.day === null ? null : (tokens[clause.day] ?? null), claim, order) &&
    (clause.day !== null || own.every((token) => !isDay(token) || isSaid(token, claim, order))) &&
    // "the 10th, one day late" must come to the same
    own.every((token) => !/^[SVT]$/.test(token.mark) || isSaid(token, claim, order)) &&
    // "10 days later than the planned date of the 4th" counts from that day
    (clause.day === null ||
      tokens[clause.day]?.mark !== 'S' ||
      own.every((token) => !isDay(token) || isSaid(token, claim, order) || isPromised(token, claim, order)));
  const of = (at: number): ReadClaim | undefined => claims.find(({ line }) => line === order.lines[at]?.line);
  if (named.length > 0 || isAll) {
    const meant = isAll ? order.lines.map((_, at) => at).filter((at) => !elsewhere.includes(at)) : named;
    const found = meant.flatMap((at) => of(at) ?? []);
    return found.length === meant.length && found.every(says) ? found : null;
  }
  const found = claims.filter(
    (claim) => says(claim) && !(isOthers && elsewhere.some((at) => order.lines[at]?.line === claim.line)),
  );
  return found.length > 0 ? found : null;
}

const isDay = ({ mark }: Token): boolean => /^[DPN]$/.test(mark);

const isPromised = ({ day }: Token, { line }: ReadClaim, { lines }: AskedOrder): boolean =>
  lines.some((one) => one.line === line && one.promised === (day?.day ?? null));

function isSaid(token: Token | null, { kind, day, line }: ReadClaim, { lines }: AskedOrder): boolean {
  const promised = lines.find((one) => one.line === line)?.promised ?? null;
  if (token === null) return kind === 'none';
  const said: IsoDay | null =
    token.day?.day ?? (promised !== null && token.day?.shift != null ? dayAfter(promised, token.day.shift) : null);
  return said !== null && (kind === 'date' ? said === day : kind === 'none' && said === promised);
}
