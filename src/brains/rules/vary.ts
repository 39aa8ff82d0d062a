import type { Say } from '../brain.js';
import type { Dialogue } from './dialogue.js';
import type { Step } from './moment.js';

/** Templates that say that we are sorry, in all or some of their branches. */
const APOLOGISE: ReadonlySet<string> = new Set([
  ...['sorry', 'not-understood', 'needed-by', 'no-offer', 'refund-status', 'split-nothing-ready'],
]);

/**
 * The same step in a voice that fits what was said before: what was just said is said in other words, and sorry is said
 * once in a conversation. The templates choose their words by `isAgain` and `hasApologised`.
 */
export function vary({ says, dialogue }: Step, before: Dialogue): Step {
  let hasApologised = before.apologised;
  const voiced: Say[] = says.map((say) => {
    if (say.kind !== 'template') return say;
    const facts = { ...say.facts, isAgain: before.said.includes(say.template), hasApologised };
    hasApologised ||= APOLOGISE.has(say.template) || say.facts.sorry === true;
    return { ...say, facts };
  });
  const said = says.flatMap((say) => (say.kind === 'template' ? [say.template] : []));
  return { says: voiced, dialogue: { ...dialogue, said, apologised: dialogue.apologised || hasApologised } };
}
