export type EscalationSignal = 'anger' | 'legal' | 'safety' | 'policy_exhausted';
export type EscalationOwner = 'rep' | 'lead' | 'manager';
export type EscalationPriority = 'normal' | 'high' | 'urgent';

interface Outcome {
  readonly name: string;
  readonly owner: EscalationOwner;
  readonly priority: EscalationPriority;
  readonly withinBusinessHours: number;
}

/** Conditions that must all hold; numbers mean "at least", lists "one of". */
export interface EscalationRule extends Outcome {
  readonly when: {
    readonly tier?: readonly string[] | undefined;
    readonly daysLate?: number | undefined;
    readonly slips?: number | undefined;
    readonly openValue?: number | undefined;
    readonly repeatContacts?: number | undefined;
    readonly signals?: readonly EscalationSignal[] | undefined;
    readonly misunderstandings?: number | undefined;
  };
}

/** What is known of a conversation and its customer. A customer nobody knows is `tier: null` with zeroes. */
export interface EscalationFacts {
  readonly tier: 'standard' | 'plus' | 'vip' | null;
  /** Days since the first ship date told for anything that still waits. */
  readonly daysLate: number;
  readonly slips: number;
  /** Of all that waits, in whole units of the shop's currency (a dollar, not a cent). */
  readonly openValue: number;
  /** Earlier requests for a person within the policy's days. */
  readonly repeatContacts: number;
  readonly signals: readonly EscalationSignal[];
  readonly misunderstandings: number;
}

export interface Escalation {
  /** The names of the rules that fired, in the file's order. */
  readonly rules: readonly [string, ...string[]];
  readonly owner: EscalationOwner;
  readonly priority: EscalationPriority;
  readonly withinBusinessHours: number;
}

const OWNERS: readonly EscalationOwner[] = ['rep', 'lead', 'manager'];
const PRIORITIES: readonly EscalationPriority[] = ['normal', 'high', 'urgent'];

/**
 * Which rules fire for somebody who is handed to a person, and what follows: the highest owner, the highest priority and
 * the shortest time among them. When none fires, `otherwise` holds.
 */
export function escalate(
  facts: EscalationFacts,
  { rules, otherwise }: { readonly rules: readonly EscalationRule[]; readonly otherwise: Outcome },
): Escalation {
  const [first = otherwise, ...rest] = rules.filter((rule) => fires(rule, facts));
  const fired: readonly [Outcome, ...Outcome[]] = [first, ...rest];
  return {
    rules: [first.name, ...rest.map(({ name }) => name)],
    owner: highest(
      OWNERS,
      fired.map(({ owner }) => owner),
    ),
    priority: highest(
      PRIORITIES,
      fired.map(({ priority }) => priority),
    ),
    withinBusinessHours: Math.min(...fired.map(({ withinBusinessHours }) => withinBusinessHours)),
  };
}

function fires({ when }: EscalationRule, facts: EscalationFacts): boolean {
  const reaches = (least: number | undefined, value: number) => least === undefined || value >= least;
  return (
    (when.tier === undefined || (facts.tier !== null && when.tier.includes(facts.tier))) &&
    (when.signals === undefined || when.signals.some((signal) => facts.signals.includes(signal))) &&
    reaches(when.daysLate, facts.daysLate) &&
    reaches(when.slips, facts.slips) &&
    reaches(when.openValue, facts.openValue) &&
    reaches(when.repeatContacts, facts.repeatContacts) &&
    reaches(when.misunderstandings, facts.misunderstandings)
  );
}

const highest = <Step extends string>(
  ladder: readonly Step[],
  steps: readonly [Step, ...Step[]] | readonly Step[],
): Step => steps.reduce((top, step) => (ladder.indexOf(step) > ladder.indexOf(top) ? step : top), ladder[0] as Step);
