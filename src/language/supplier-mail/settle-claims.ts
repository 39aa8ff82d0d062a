import { dayAfter, type IsoDay } from '../entities/calendar-day.js';
import type { ClaimDoubt, Finding } from './finding.js';
import type { OrderedLine } from './line-mention.js';
import type { DayReading } from './mail-day.js';
import { workdaysAfter } from './week-of-year.js';

/**
 * What a supplier's mail says of one line of a purchase order, with the words it says it in. `none`: it stays as it is.
 * `split`: in two parts, `quantity` units first, all of it by `day`. `quantity`: so many units only. A null line: it is
 * not clear which.
 */
export interface ReadClaim {
  readonly line: OrderedLine['line'] | null;
  readonly kind: 'date' | 'none' | 'quantity' | 'split' | 'cancelled' | 'unclear';
  readonly day: IsoDay | null;
  readonly quantity: number | null;
  /** Exact text of the mail. */
  readonly quote: string;
  readonly doubts: readonly ClaimDoubt[];
}

const ROUGH_DAYS = 7;
const HALF = /\b(?:half|50 ?%|hälfte|mitad|moitié)/i;

type Settled = Omit<ReadClaim, 'line' | 'quote'> & { readonly from: Finding };

const SAYS_UNCHANGED =
  /\b(?:on (?:schedule|time|track|plan)|no changes?|unchanged|as (?:planned|scheduled|promised)|wie geplant)\b/i;

/** Brings together what the parts of a mail say: one claim a line, and one without a line for what names none. */
export function settleClaims(
  findings: readonly Finding[],
  lines: readonly OrderedLine[],
  sentOn: IsoDay,
  text: string,
): ReadClaim[] {
  const quoteOf = ({ span }: Finding): string => text.slice(...span).trim();
  const named = new Set(findings.flatMap((one) => (one.scope === 'named' ? (one.lines ?? []) : [])));
  // "one of the items comes on the 10th, the rest is fine": which the rest are is not known
  const placed = findings.some((one) => one.lines === null && one.kind === 'date')
    ? findings.filter(({ scope }) => scope !== 'others')
    : findings;
  const settled = lines.flatMap((line, at) => {
    const pool = poolOf(placed, at, lines.length === 1, named);
    const claim = pool.length > 0 ? settleLine(pool, line, sentOn, quoteOf) : null;
    return claim ? [{ claim, line }] : [];
  });
  const claims = settled.map(({ claim: { from, ...claim }, line }) => ({
    line: line.line,
    ...claim,
    quote: quoteOf(from),
  }));
  const lost = findings.filter((one) => one.lines === null && one.kind !== 'none');
  const telling = lost.filter(({ kind }) => kind !== 'unclear');
  const chosen = telling.length > 0 ? telling : claims.length === 0 ? lost : [];
  const unplaced = settleUnplaced(chosen, sentOn, quoteOf);
  const leftOver = lost.filter((one) => !chosen.includes(one)).flatMap(({ doubts }) => doubts);
  return [...claims, ...unplaced].map((claim) => ({ ...claim, doubts: [...new Set([...claim.doubts, ...leftOver])] }));
}

/** What counts for a line: what names it, else what is said of the others, else what is said of all. */
function poolOf(findings: readonly Finding[], at: number, isOnly: boolean, named: ReadonlySet<number>): Finding[] {
  const about = (...scopes: Finding['scope'][]): Finding[] =>
    findings.filter((one) => scopes.includes(one.scope) && one.lines?.includes(at));
  if (isOnly)
    return findings.filter(
      (one) => one.lines?.includes(at) || one.scope === 'others' || (one.scope === 'all' && one.lines?.length === 0),
    );
  const own = about('named', 'context');
  if (own.length > 0) return own;
  const others = named.has(at) ? [] : findings.filter(({ scope }) => scope === 'others');
  return others.length > 0
    ? others
    : findings.filter((one) => one.scope === 'all' && (one.lines?.length === 0 || one.lines?.includes(at)));
}

const shifted = (from: IsoDay, { shift, isOfWorkdays }: DayReading): IsoDay =>
  isOfWorkdays ? workdaysAfter(from, shift ?? 0) : dayAfter(from, shift ?? 0);

function settleLine(
  all: readonly Finding[],
  line: OrderedLine,
  sentOn: IsoDay,
  quoteOf: (one: Finding) => string,
): Settled | null {
  const corrected = all.findLastIndex(({ corrects, kind }) => corrects && kind !== 'unclear');
  const pool = corrected > 0 ? all.slice(corrected) : all;
  const extra: ClaimDoubt[] = corrected >= 0 ? ['corrected'] : [];
  const dayOf = (one: Finding): IsoDay | null =>
    one.day?.day ?? (one.day?.shift != null && line.promised ? shifted(line.promised, one.day) : null);
  const make = (kind: ReadClaim['kind'], from: Finding, change: Partial<Settled> = {}): Settled => ({
    kind,
    day: null,
    quantity: null,
    from,
    ...change,
    doubts: [...new Set([...extra, ...from.doubts, ...(change.doubts ?? [])])],
  });
  const unclear = pool.filter(({ kind }) => kind === 'unclear');
  const isDayTold = pool.some((one) => one.kind === 'date' && !one.doubts.includes('vague'));
  // "it moves out a few days": the day that is named beside it says how many
  const uneasy = unclear.flatMap(({ doubts }) =>
    doubts.filter((one) => one !== 'denied' && !(one === 'vague' && isDayTold)),
  );

  const cancelled = pool.find(({ kind }) => kind === 'cancelled');
  const told = pool.filter(({ kind }) => kind === 'date' || kind === 'quantity');
  // "we last received stock on October 2" is history
  if (cancelled)
    return told.some(
      (one) => !one.doubts.includes('other_goods') && (one.kind === 'quantity' || (dayOf(one) ?? sentOn) >= sentOn),
    )
      ? make('unclear', cancelled, { doubts: ['conflict'] })
      : make('cancelled', cancelled, { doubts: uneasy });

  const units = (one: Finding): number | null =>
    one.quantity !== null && one.quantity < 0 ? (line.ordered ?? 0) + one.quantity : one.quantity;
  const parts = told.filter(
    (one) => one.kind === 'quantity' && (one.isRest || (units(one) !== line.ordered && units(one) !== null)),
  );
  const rest =
    told.findLast(({ isRest }) => isRest) ??
    (parts.length > 1 && new Set(parts.map(units)).size > 1 && new Set(parts.map(dayOf)).size > 1
      ? parts.at(-1)
      : undefined);
  if (rest) {
    const first = parts.find((one) => one !== rest);
    const after = rest.quantity !== null && line.ordered !== null ? line.ordered - rest.quantity : null;
    const half = HALF.test(quoteOf(first ?? rest)) && line.ordered !== null ? Math.round(line.ordered / 2) : null;
    return make('split', rest, {
      day: dayOf(rest),
      quantity: (first && units(first)) ?? after ?? half,
      doubts: uneasy,
    });
  }
  const dated = told.filter((one) => dayOf(one) !== null);
  const [part] = parts;
  if (part)
    return make('quantity', part, { quantity: units(part), day: dated.map(dayOf).at(-1) ?? null, doubts: uneasy });

  const coming = dated.filter(({ doubts }) => !doubts.includes('past'));
  const open = coming.length > 0 ? coming : dated;
  const best = open.filter(({ event }) => event === 'arrives');
  const counting = withoutRough(best.length > 0 ? best : open, dayOf);
  const chosen = counting.at(-1);
  if (chosen) {
    const days = new Set(counting.map(dayOf));
    const day = dayOf(chosen);
    if (days.size > 1)
      return make('unclear', chosen, { doubts: ['conflict', ...counting.flatMap(({ doubts }) => doubts)] });
    const denied = pool.slice(pool.indexOf(chosen)).some(({ doubts }) => doubts.includes('denied'));
    const contradicts =
      day !== line.promised && pool.some((one) => one.kind === 'none' && SAYS_UNCHANGED.test(quoteOf(one)));
    const doubts = [
      ...uneasy,
      ...counting.flatMap((one) => one.doubts),
      ...(denied || contradicts ? (['conflict'] as const) : []),
    ];
    if (day !== null && day === line.promised && !chosen.doubts.includes('vague'))
      return make('none', chosen, { doubts });
    if (day !== null && day < sentOn && !chosen.doubts.includes('past'))
      return make('unclear', chosen, { doubts: [...doubts, 'past'] });
    return make(isRough(chosen) ? 'unclear' : 'date', chosen, { day, doubts });
  }
  // a delay of so many days, and no promised date to count from
  const [lone] = [...unclear, ...told];
  if (lone) return make('unclear', lone);
  const stays = pool.find(({ kind }) => kind === 'none');
  return stays ? make('none', stays) : null;
}

/** It names no day that anybody could hold the supplier to: "around the 14th", "hopefully on the 14th". */
const isRough = ({ doubts, day }: Finding): boolean =>
  doubts.includes('hedged') || doubts.includes('conditional') || (doubts.includes('vague') && day?.shift == null);

/** A rough count of time beside the day that it comes to: "delayed by two weeks, the new date is Dec 20". */
function withoutRough(dated: readonly Finding[], dayOf: (one: Finding) => IsoDay | null): readonly Finding[] {
  const isRough = (one: Finding): boolean => one.day?.shift != null && one.doubts.includes('vague');
  const named = dated.filter((one) => !isRough(one));
  const isNear = (one: Finding): boolean => {
    const day = dayOf(one) ?? '';
    return named.some((other) => {
      const at = dayOf(other) ?? '';
      return at >= dayAfter(day, -ROUGH_DAYS) && at <= dayAfter(day, ROUGH_DAYS);
    });
  };
  return named.length > 0 && dated.filter(isRough).every(isNear) ? named : dated;
}

/** What names no line is told once, for a person to place. */
function settleUnplaced(lost: readonly Finding[], sentOn: IsoDay, quoteOf: (one: Finding) => string): ReadClaim[] {
  const chosen = lost.findLast(({ kind }) => kind !== 'unclear') ?? lost[0];
  if (!chosen) return [];
  const days = new Set(lost.flatMap(({ day }) => day?.day ?? []));
  const day = chosen.day?.day ?? null;
  const isDate = chosen.kind === 'date' && day !== null && day >= sentOn && days.size === 1;
  const kind = chosen.kind === 'date' && (!isDate || isRough(chosen)) ? 'unclear' : chosen.kind;
  return [
    {
      line: null,
      kind,
      day: kind === 'unclear' ? null : day,
      quantity: chosen.quantity !== null && chosen.quantity < 0 ? null : chosen.quantity,
      quote: quoteOf(chosen),
      doubts: [...new Set([...chosen.doubts, 'line_unknown' as const])],
    },
  ];
}
