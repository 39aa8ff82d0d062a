import { weighClaims } from '../../grounding/check-reply.js';
import type { Claim } from '../../grounding/claim.js';
import { collectFacts, type Fact } from '../../grounding/facts.js';
import type { Scenario } from './scenario.js';
import type { HeardTurn, Transcript } from './transcript.js';

/** A turn as the judge looks at it: what was said, with everything that could bear it. */
export interface TurnView {
  readonly scenario: Scenario;
  readonly transcript: Transcript;
  readonly index: number;
  readonly turn: HeardTurn;
  readonly text: string;
  /** What this turn's calls bear. */
  readonly facts: readonly Fact[];
  /** The facts that what was said rests on. */
  readonly told: readonly Fact[];
  /** Dates, amounts, codes and numbers that no call of the conversation bears. */
  readonly unborne: readonly Claim[];
}

export function viewTurn(scenario: Scenario, transcript: Transcript, index: number): TurnView {
  const turn = transcript.turns[index];
  if (!turn) throw new Error(`The transcript has no turn ${index + 1}`);
  const text = turn.replies.map((reply) => reply.text).join('\n\n');
  const facts = collectFacts(turn.calls);
  const known = [...facts, ...collectFacts(transcript.turns.slice(0, index).flatMap(({ calls }) => calls)), ...DIGITS];
  const shopperText = transcript.turns
    .slice(0, index + 1)
    .flatMap(({ said }) => said)
    .join('\n');
  const { told, unborne } = weighClaims({ text, facts: known, shopperText, today: turn.today });
  return { scenario, transcript, index, turn, text, facts, told: told.flatMap((one) => one.facts), unborne };
}

/** The digits by which a text offers its choices rest on no result. */
const DIGITS: readonly Fact[] = collectFacts([{ tool: 'shop', output: { digits: [1, 2, 3, 4, 5, 6, 7, 8, 9] } }]);

/** Whether a text says a value in any format: a date, an amount in dollars, a number, or words. */
export function saysValue(text: string, fact: unknown, today: TurnView['turn']['today']): boolean {
  const facts = collectFacts([{ tool: 'expected', output: { expected: fact } }]);
  return weighClaims({ text, facts, shopperText: '', today }).told.length > 0;
}
