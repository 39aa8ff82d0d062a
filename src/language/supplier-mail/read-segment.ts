import type { IsoDay } from '../entities/calendar-day.js';
import type { Span } from '../entities/entity.js';
import { dayFinding, GOODS, type Part, type Placed } from './day-finding.js';
import { type DayRole, roleOf } from './day-role.js';
import type { ClaimDoubt, Finding } from './finding.js';
import type { MailDay } from './mail-day.js';
import { FIRST_PART, findQuantities, type Quantity, REST, RIGHT_NOW } from './quantities.js';
import type { Segment } from './segments.js';
import { CONDITIONS, cancels, confirms, OF_A_PART, OF_DELIVERY, UNSURE } from './statement-signs.js';

/** A segment with all that was found in its statement. Texts keep their offsets; what was read is blanked in them. */
interface SegmentToRead {
  readonly text: string;
  readonly quiet: string;
  readonly segment: Segment;
  readonly days: readonly MailDay[];
  readonly allDays: readonly MailDay[];
  readonly target: {
    readonly lines: readonly number[] | null;
    readonly scope: Finding['scope'];
    readonly isSure: boolean;
  };
  readonly corrects: boolean;
  readonly doubts: readonly ClaimDoubt[];
  readonly at: number;
  readonly span: Span;
  readonly isBare: boolean;
  readonly sentOn: IsoDay;
  readonly promised: readonly IsoDay[];
}

const REST_DENIED =
  /\b(?:cannot|can't|can not|unable|not (?:be )?(?:able|available|possible|supplied|shipped|produced|coming)|won't|will not|not (?:going to|be)|isn't coming|aren't coming|no more|cancell?ed|no longer)\b/i;
const STARTS_CONDITIONAL =
  /^\s*(?:(?:and|but|so|hi|hello)\b[\s,]*)?(?:if|once|unless|provided|assuming|subject to|in case|as soon as|after (?:the )?(?:qc|inspection|customs|clearance|test)\p{L}*|should (?:the|you|we|there|it|they|customs|your))\b/iu;
/** What leaves besides goods, and what carries them. */
const ON_ITS_WAY =
  /\b(?:containers?|vessel|invoices?|e-?mails?|samples?|payments?|documents?|materials?|letter|quote)\b/i;

/** What a segment says of its lines. A day that nothing ties to the goods is no claim. */
export function readSegment(one: SegmentToRead): Finding[] {
  const { segment, quiet, target } = one;
  const own = quiet.slice(segment.start, segment.end);
  const isConditional = CONDITIONS.test(own) || STARTS_CONDITIONAL.test(quiet);
  const isQuestion = /\?\s*$/.test(quiet) || /\?/.test(own);
  const roles = one.days.map((day) => ({ ...day, role: placeOf(day, one) }));
  // "shipped yesterday, November 17" names one day twice
  const placed = roles.map((day, at) =>
    day.role === 'bare' && roles[at - 1]?.role === 'shipped' && roles[at - 1]?.day === day.day
      ? { ...day, role: 'shipped' as const }
      : // "Dec 7 -> Dec 10"
        day.role === 'bare' && roles[at - 1]?.role === 'old'
        ? { ...day, role: 'said' as const }
        : day,
  );
  const of = (change: Part): Finding => ({
    lines: target.lines,
    scope: target.scope,
    day: null,
    event: 'unsaid',
    quantity: null,
    isRest: false,
    corrects: one.corrects,
    doubts: [
      ...new Set([
        ...one.doubts,
        ...(change.doubts ?? []),
        ...(isQuestion ? (['asks'] as const) : []),
        ...(OF_A_PART.test(own) ? (['part'] as const) : []),
        ...(isOvertaken ? (['other_days'] as const) : []),
        ...(target.isSure || (change.kind === 'none' && target.scope === 'all') ? [] : (['line_unknown'] as const)),
      ]),
    ],
    span: one.span,
    ...without(change, 'doubts'),
  });
  const speaksOfGoods =
    one.isBare ||
    segment.mention !== null ||
    OF_DELIVERY.test(quiet) ||
    UNSURE.test(quiet) ||
    findQuantities(own).length > 0 ||
    placed.some(({ role }) => role === 'arrives' || role === 'ships');
  const ofGoods = placed.filter(({ role }) => GOODS.includes(role) && (role !== 'bare' || speaksOfGoods));
  const goods = withoutOld(ofGoods, one);
  // a later day beside it, of something else, may be the one that decides
  const besides = placed.filter((day) => !ofGoods.includes(day) && (day.role === 'other' || day.role === 'bare'));
  const isOvertaken =
    goods.length > 0 && besides.some(({ day }) => day !== null && goods.every((other) => (other.day ?? '') < day));

  if (cancels(own, goods.length > 0)) return [of({ kind: goods.length > 0 ? 'unclear' : 'cancelled' })];
  if (isQuestion && (goods.length > 0 || OF_DELIVERY.test(own) || findQuantities(own).length > 0))
    return [of({ kind: 'unclear' })];
  const parts = partsOf(own, segment.start, ofGoods);
  if (parts.length > 0) return parts.map((part) => of(part));
  const isRest = segment.mention?.kind !== 'others' && REST.test(own);
  if (goods.length > 0) return [of({ isRest, ...dayFinding(goods, own, isConditional) })];
  const [quantity] = findQuantities(own).filter(({ value }) => value > 0);
  if (
    quantity &&
    /\b(?:only|short|max|reduce|just|instead|of (?:the|your)|can (?:ship|supply|deliver|do|send|give|offer)|available|nur|limit|cut to|down to|que|disponib)/i.test(
      own,
    )
  )
    return [
      of({ kind: 'quantity', quantity: quantity.isShort ? -quantity.value : quantity.value, isRest: REST.test(own) }),
    ];
  if (confirms(own) && !UNSURE.test(own.replace(/no (?:further |new )?(?:delays?|issues?|problems?)/gi, ''))) {
    const isAll = target.lines === null && target.scope === 'none';
    return [of(isAll ? { kind: 'none', scope: 'all', lines: [] } : { kind: 'none' })];
  }
  const gone = placed.find(({ role, day }) => role === 'shipped' && day !== null && day <= one.sentOn);
  if (gone && target.lines !== null && !ON_ITS_WAY.test(own))
    return [of({ kind: 'date', day: gone, event: 'ships', doubts: ['past'] })];
  if (placed.some(({ role }) => role === 'denied' || role === 'told' || role === 'shipped') || UNSURE.test(own))
    return [
      of({
        kind: 'unclear',
        doubts: placed.flatMap(({ role }): ClaimDoubt[] =>
          role === 'shipped' ? ['past'] : role === 'denied' ? ['denied'] : [],
        ),
      }),
    ];
  return segment.mention?.kind === 'except' ? [of({ kind: 'unclear' })] : [];
}

function without(change: Part, key: 'doubts'): Omit<Partial<Finding>, 'doubts'> & Pick<Finding, 'kind'> {
  const { [key]: _left, ...rest } = change;
  return rest;
}

/** A promised date, or a past day, beside another day is what was. */
function withoutOld(goods: readonly Placed[], { promised, sentOn }: SegmentToRead): Placed[] {
  // "ships on the 15th, with you on the 16th": an arrival is not what was
  const fresh = goods.filter(
    ({ day, role }) =>
      day === null ||
      (day >= sentOn && (!promised.includes(day) || (role === 'arrives' && goods.some((one) => one.role === 'ships')))),
  );
  return fresh.some(({ day, shift }) => day !== null || shift !== null) ? fresh : [...goods];
}

/** The role of a day, by its words from the day before it to the day after it. */
function placeOf(day: MailDay, { text, allDays, segment, sentOn }: SegmentToRead): DayRole {
  const at = allDays.findIndex(({ span }) => span[0] === day.span[0]);
  const before = Math.max(allDays[at - 1]?.span[1] ?? 0, allDays[at - 1] ? 0 : segment.start);
  const role = roleOf(
    day,
    text.slice(before, day.span[0]),
    text.slice(day.span[1], allDays[at + 1]?.span[0] ?? text.length),
  );
  // a shift is a delay of the goods by its own words
  return role === 'shipped' && day.day !== null && day.day > sentOn
    ? 'ships'
    : day.shift !== null && role !== 'old' && role !== 'denied'
      ? 'said'
      : role;
}

/** "60 now, the rest on Jan 9": a finding for each part. */
function partsOf(own: string, start: number, goods: readonly Placed[]): Part[] {
  const rest = REST.exec(own);
  const counted = findQuantities(own).filter(({ value }) => value > 0);
  const all = counted.some(({ isShort }) => !isShort) ? counted.filter(({ isShort }) => !isShort) : counted;
  // "800 pcs: 500 now, 300 by Dec 20" names the whole first
  const sum = all.slice(1).reduce((total, { value }) => total + value, 0);
  const quantities = all.length > 2 && all[0]?.value === sum ? all.slice(1) : all;
  const isInParts = FIRST_PART.test(own) || /^\s*(?:the )?last\b/i.test(rest?.[0] ?? '');
  if (rest && (quantities.length > 0 || isInParts || RIGHT_NOW.test(own))) {
    const cut =
      [...own.slice(0, rest.index).matchAll(/[,;.]|\s(?:and|with|then|but|und|y|et)\s/gi)].at(-1)?.index ??
      (rest.index > 12 ? rest.index : 0);
    const first = quantities.find(({ span }) => span[0] < cut);
    const second = quantities.find(({ span }) => span[0] >= cut);
    const later = goods.filter(({ span }) => span[0] - start >= cut);
    const sooner = goods.filter(({ span }) => span[0] - start < cut);
    if (!first && second && REST_DENIED.test(own.slice(cut))) return [{ kind: 'quantity', quantity: -second.value }];
    const restPart = { kind: 'quantity' as const, isRest: true, quantity: second?.value ?? null, ...dayOnly(later) };
    if (first && REST_DENIED.test(own.slice(cut)))
      return [{ kind: 'quantity', quantity: first.value, ...dayOnly(sooner) }];
    if (!first && !isInParts && !RIGHT_NOW.test(own.slice(0, cut))) return [restPart];
    return [{ kind: 'quantity', quantity: first?.value ?? null, ...dayOnly(sooner) }, restPart];
  }
  const distinct = new Set(goods.flatMap(({ day }) => day ?? []));
  const paired = quantities.length >= 2 && distinct.size >= 2 ? unitsByDay(quantities, goods, start) : null;
  if (paired)
    return goods.map((day, at) => ({
      kind: 'quantity',
      quantity: paired[at] ?? null,
      isRest: at > 0,
      ...dayOnly([day]),
    }));
  if (quantities.length >= 2 && distinct.size === 1) {
    const [first, second] = quantities;
    return [
      { kind: 'quantity', quantity: first?.value ?? null },
      { kind: 'quantity', isRest: true, quantity: second?.value ?? null, ...dayOnly(goods) },
    ];
  }
  const [only] = quantities;
  if (only && quantities.length === 1 && distinct.size <= 1 && goods.length > 0)
    return [
      { ...withUnits(dayFinding(goods, own, CONDITIONS.test(own))), quantity: only.isShort ? -only.value : only.value },
    ];
  return [];
}

/** For each day the number of units that stands nearest before it, or else in their order; null where that fails. */
function unitsByDay(quantities: readonly Quantity[], goods: readonly Placed[], start: number): number[] | null {
  if (quantities.length === goods.length) return quantities.map(({ value }) => value);
  const before = goods.map((day, at) => {
    const from = (goods[at - 1]?.span[1] ?? 0) - start;
    return quantities.findLast(({ span }) => span[1] <= day.span[0] - start && span[0] >= from)?.value;
  });
  return before.every((units) => units !== undefined) ? before.flatMap((units) => units ?? []) : null;
}

const withUnits = (part: Part): Part => (part.kind === 'date' ? { ...part, kind: 'quantity' } : part);

const dayOnly = (goods: readonly Placed[]): Pick<Finding, 'day' | 'event' | 'doubts'> => {
  const { day, event, doubts } = dayFinding(goods, '', false);
  return { day: day ?? null, event: event ?? 'unsaid', doubts: doubts ?? [] };
};
