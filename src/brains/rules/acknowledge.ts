import type { Understanding } from '../../language/understand.js';
import type { BrainTurn } from '../brain.js';
import type { Dialogue } from './dialogue.js';
import { tell } from './flow.js';
import { strongest } from './message-signs.js';
import type { Step } from './moment.js';

/** Answers that speak to how somebody feels themselves, or are none to what makes them cross. */
const NOT_BEFORE =
  /^(?:sorry|calm-boundary|emergency|greeting|hello-again|goodbye|all-right|out-of-scope|.*not-understood|person-.*|hand-off\/.*|opted-.*|no-more-messages|promise-history)$/;

/**
 * Who is cross hears first that this was heard, in words that fit how strong theirs were: once in a conversation, and
 * not by text message, where every sentence costs them. No apology: there is one of these where something of ours is late.
 */
export function acknowledge(step: Step, before: Dialogue, { entities }: Understanding, { channel }: BrainTurn): Step {
  const [first] = step.says;
  const strength = strongest(entities, 'frustration');
  if (strength === 0 || before.acknowledged || before.apologised || channel === 'sms') return step;
  if (first?.kind !== 'template' || NOT_BEFORE.test(first.template) || first.facts.sorry === true) return step;
  return {
    says: [tell('i-understand', { isStrong: strength === 2 }), ...step.says],
    dialogue: { ...step.dialogue, acknowledged: true },
  };
}
