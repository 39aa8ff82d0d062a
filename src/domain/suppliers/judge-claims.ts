import { daysBetween, type LocalDate } from '../kernel/dates.js';

/** What makes a claim one that a person should look at; each in the words it is told in. */
const DOUBTS = {
  line_unknown: 'it is not certain which line is meant',
  vague: 'no single day is named',
  earliest: 'it may come on a later day than the one named',
  relative: 'the day depends on when and where the mail was written',
  hedged: 'it is hoped or expected, not said',
  conditional: 'it hangs on something else',
  two_readings: 'the date can be read as two days',
  likely_order: 'the order of day and month is likely, not certain',
  weekday_differs: 'the weekday and the date do not go together',
  conflict: 'the mail says two different things',
  corrected: 'the mail corrects itself',
  denied: 'it only says what will not be',
  asks: 'the mail asks something back',
  past: 'the day is past',
  other_order: 'the mail speaks of another purchase order',
  other_days: 'the mail names a day without saying what happens then',
  amid_quoted: 'the words may be part of a quoted mail',
  forwarded: 'the words are forwarded from somebody else',
  part: 'it may be said of a part of the units only',
  other_goods: 'it may be about other goods, such as samples',
  on_the_way: 'it speaks of more time on the way',
  not_understood: 'not every word of the mail is understood for certain',
  to_machine: 'the mail gives orders to whatever reads it',
} as const;
export type Doubt = keyof typeof DOUBTS;

/** A claim about a line, as a reader of the mail hands it over. */
export interface ClaimToJudge {
  /** Null where the line is not known. */
  readonly line: number | string | null;
  readonly kind: 'date' | 'none' | 'quantity' | 'split' | 'cancelled' | 'unclear';
  readonly day: LocalDate | null;
  readonly doubts: readonly Doubt[];
}

/** The sizes of change that are applied without a person; see `supplierMail` in knowledge/policy/purchasing.yaml. */
export interface ApplyPolicy {
  readonly mostDaysLater: number;
  readonly mostDaysEarlier: number;
}

/** What the desk knows of a mail's order and sender. */
export interface MailFacts {
  readonly isFromSupplier: boolean;
  readonly sentOn: LocalDate;
  readonly lines: readonly { readonly line: number | string; readonly promised: LocalDate | null }[];
}

export interface Judgement {
  /** For each claim, in their order, why it may not be applied; empty where it may. */
  readonly reasons: readonly (readonly string[])[];
  /** Whether every claim may be applied, and there is one. */
  readonly autoApply: boolean;
  /** In plain words. */
  readonly why: string;
}

/**
 * Decides which claims of a supplier's mail may be applied without a person: only a date or a confirmation for a known
 * line, free of doubt, from the address on file, and a date only as far from the promised one as the policy lets it.
 */
export function judgeClaims(claims: readonly ClaimToJudge[], facts: MailFacts, policy: ApplyPolicy): Judgement {
  const reasons = claims.map((claim) => [...new Set(reasonsAgainst(claim, claims, facts, policy))]);
  const autoApply = claims.length > 0 && reasons.every((one) => one.length === 0);
  return { reasons, autoApply, why: why(claims, reasons, facts) };
}

function reasonsAgainst(
  claim: ClaimToJudge,
  all: readonly ClaimToJudge[],
  facts: MailFacts,
  policy: ApplyPolicy,
): string[] {
  const line = facts.lines.find((one) => one.line === claim.line);
  return [
    ...(facts.isFromSupplier ? [] : ['the sender is not the address on file']),
    ...(line ? [] : [DOUBTS.line_unknown]),
    ...(all.filter((one) => one.line === claim.line).length > 1 ? [DOUBTS.conflict] : []),
    ...claim.doubts.map((doubt) => DOUBTS[doubt]),
    ...againstKind(claim, line?.promised ?? null, facts.sentOn, policy),
  ];
}

function againstKind(
  { kind, day }: ClaimToJudge,
  promised: LocalDate | null,
  sentOn: LocalDate,
  policy: ApplyPolicy,
): string[] {
  if (kind === 'none') return [];
  if (kind === 'unclear') return ['nothing certain is said'];
  if (kind !== 'date')
    return [
      `a ${kind === 'cancelled' ? 'cancellation' : kind === 'split' ? 'delivery in parts' : 'changed quantity'} is for a person to decide`,
    ];
  if (day === null) return [DOUBTS.vague];
  if (promised === null) return ['no promised date to compare with'];
  const later = daysBetween(promised, day);
  return [
    ...(day < sentOn ? [DOUBTS.past] : []),
    ...(later > policy.mostDaysLater ? [`${later} days later is more than ${policy.mostDaysLater}`] : []),
    ...(-later > policy.mostDaysEarlier ? [`${-later} days earlier is more than ${policy.mostDaysEarlier}`] : []),
  ];
}

function why(claims: readonly ClaimToJudge[], reasons: readonly (readonly string[])[], { lines }: MailFacts): string {
  if (claims.length === 0) return 'The mail says nothing of when this order comes.';
  const told = claims.map((claim, at) => {
    const name = claim.line === null ? 'No certain line' : `Line ${claim.line}`;
    const against = reasons[at] ?? [];
    if (against.length > 0) return `${name}: ${against.join('; ')}.`;
    return claim.kind === 'none' ? `${name}: confirmed as it stands.` : `${name}: ${changeOf(claim, lines)}.`;
  });
  return told.join(' ');
}

function changeOf({ line, day }: ClaimToJudge, lines: MailFacts['lines']): string {
  const promised = lines.find((one) => one.line === line)?.promised;
  if (!day || !promised) return 'one certain day';
  const later = daysBetween(promised, day);
  return `${day}, ${Math.abs(later)} ${Math.abs(later) === 1 ? 'day' : 'days'} ${later < 0 ? 'earlier' : 'later'}`;
}
