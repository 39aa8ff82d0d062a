/** What a customer's words show; see src/language/entities/signal-lexicon.ts. */
export type CaseSignal = 'anger' | 'legal' | 'safety';

/** What the rules know of one order. Days and slips of its worst waiting line. */
export interface CaseFacts {
  readonly tier: 'standard' | 'plus' | 'vip';
  readonly signals: readonly CaseSignal[];
  /** How often a told date was put off. */
  readonly slips: number;
  /** Days since the first ship date told, of what still waits. */
  readonly daysLate: number;
  /** Something has not left and is neither cancelled nor set aside. */
  readonly waits: boolean;
  /** Something waits and no date can be told for it. */
  readonly noDate: boolean;
  /** Something waits and its likely ship date lies after the newest date told. */
  readonly willMiss: boolean;
  /** Something waits and the newest date told for it is over. */
  readonly dateMissed: boolean;
  /** Something waits for a delivery that should have been here. */
  readonly deliveryOverdue: boolean;
  /** Something left and something waits. */
  readonly partShipped: boolean;
  /** Something left, and nothing waits. */
  readonly allLeft: boolean;
  readonly cancelledByRule: boolean;
  /** Something was cancelled and paid, and its refund is owed or sent. */
  readonly refund: boolean;
  /** The day it is needed by is named, and the cautious arrival lies after it. */
  readonly mayComeTooLate: boolean;
  /** Something on the shelf could replace what waits. */
  readonly canReplace: boolean;
  /** A live offer was given for this order. */
  readonly hasOffer: boolean;
  /** What waits has a place in a queue. */
  readonly queued: boolean;
  /** Something can still go to another address. */
  readonly canRedirect: boolean;
}

/** Conditions that must all hold: numbers mean "at least", lists "one of", true and false the very same. */
export type ReplyConditions = {
  readonly [Fact in keyof CaseFacts]?:
    | (CaseFacts[Fact] extends number
        ? number
        : CaseFacts[Fact] extends boolean
          ? boolean
          : readonly (CaseFacts[Fact] extends readonly (infer One)[] ? One : CaseFacts[Fact])[])
    | undefined;
};

/** One step: when it applies, the section of an SOP that says so, and the parts of the draft. */
export interface ReplyStep {
  readonly name: string;
  /** What a representative asks for: `delay`, `vip`. Several steps may be of one kind. */
  readonly kind: string;
  readonly when: ReplyConditions;
  /** Never picked unasked. */
  readonly onRequest?: boolean | undefined;
}

/** Why a step applies, or what keeps it from applying. */
export interface ReplyReason {
  readonly fact: keyof CaseFacts;
  readonly is: string;
  readonly needs: string;
}

export type PickedReply<Step extends ReplyStep> =
  | { readonly kind: 'picked'; readonly step: Step; readonly because: readonly ReplyReason[] }
  /** No step of the kind that was asked for fits: what its nearest one lacks. */
  | { readonly kind: 'does_not_apply'; readonly step: Step; readonly lacks: readonly ReplyReason[] }
  | { readonly kind: 'no_such_kind' };

/**
 * The first step that fits the case; with `asked`, the first of that kind. The steps' order is the shop's own precedence.
 * A draft says what its conditions know, so one whose conditions do not hold would say what is not so.
 */
export function pickReply<Step extends ReplyStep>(
  facts: CaseFacts,
  steps: readonly Step[],
  asked?: string,
): PickedReply<Step> {
  const open = steps.filter(({ kind, onRequest }) => (asked === undefined ? !onRequest : kind === asked));
  const weighed = open.map((step) => ({ step, lacks: lacking(step.when, facts) }));
  const picked = weighed.find(({ lacks }) => lacks.length === 0);
  if (picked) return { kind: 'picked', step: picked.step, because: reasonsOf(picked.step.when, facts) };
  const [nearest] = weighed.toSorted((a, b) => a.lacks.length - b.lacks.length);
  return nearest ? { kind: 'does_not_apply', ...nearest } : { kind: 'no_such_kind' };
}

const lacking = (when: ReplyConditions, facts: CaseFacts): ReplyReason[] =>
  conditionsOf(when, facts).flatMap(({ holds, ...reason }) => (holds ? [] : [reason]));

const reasonsOf = (when: ReplyConditions, facts: CaseFacts): ReplyReason[] =>
  conditionsOf(when, facts).map(({ holds: _holds, ...reason }) => reason);

function conditionsOf(when: ReplyConditions, facts: CaseFacts): (ReplyReason & { holds: boolean })[] {
  return Object.entries(when).flatMap(([name, needs]) => {
    if (needs === undefined) return [];
    const fact = name as keyof CaseFacts;
    return [{ fact, is: asWords(facts[fact]), needs: asWords(needs), holds: holds(facts[fact], needs) }];
  });
}

function holds(is: CaseFacts[keyof CaseFacts], needs: number | boolean | readonly string[]): boolean {
  if (typeof needs === 'number') return typeof is === 'number' && is >= needs;
  if (typeof needs === 'boolean') return is === needs;
  return [is].flat().some((one) => needs.includes(String(one)));
}

const asWords = (value: number | boolean | string | readonly string[]): string =>
  Array.isArray(value) ? value.join(', ') || 'none' : String(value);
