import type { Say } from '../brain.js';
import type { Dialogue } from './dialogue.js';
import { tell } from './flow.js';
import { asks, hesitates, onlyTells } from './message-signs.js';
import { type Moment, type Step, scene } from './moment.js';
import { runFlow } from './run-flow.js';
import { asksForPerson } from './unclear.js';

/** What ends a matter by itself: after it no question is put again. */
const ENDS = /^(?:person-|goodbye|opted-out|nothing-changed|all-right|take-your-time|identification-paused)/;

const ended = (says: readonly Say[]): boolean =>
  says.some((say) => say.kind === 'template' && ENDS.test(say.template)) || says.some(({ kind }) => kind === 'recap');

/**
 * Back to what was asked before the message wandered off: the open recap is put again in short, the open question is
 * asked again with its facts looked up anew. Nothing when the message has led to a question of its own, or ended it.
 */
export async function backToQuestion(moment: Moment, step: Step, was: Dialogue['waiting']): Promise<Step> {
  if (step.dialogue.waiting !== null || ended(step.says)) return step;
  if (moment.turn.isAsked) {
    // a yes is now for the recap, today or once it has been carried out; it takes nothing that was offered beside it
    const offered = step.dialogue.offered.length > 1 ? step.dialogue.offered : [];
    const says = [...plain(step.says), { kind: 'recap', isAgain: true } as const];
    return { says, dialogue: { ...step.dialogue, offered } };
  }
  return was ? askAgain(moment, step, was) : step;
}

/** The flow that waited, taken to its question once more. */
export async function askAgain(moment: Moment, step: Step, { flow: name, need, slots }: Waiting): Promise<Step> {
  const flow = moment.flows.byName(name);
  if (!flow) return step;
  const silence = { text: '', words: '', intent: moment.reading.intent, entities: [], days: [] } as const;
  const run = await runFlow(flow, scene(moment, step.dialogue, slots, silence, false));
  // only the question: what the flow now knows of itself is not carried out unasked
  return run.dialogue.waiting?.need === need
    ? { says: [...plain(step.says), ...run.says], dialogue: run.dialogue }
    : step;
}

type Waiting = NonNullable<Dialogue['waiting']>;

/** Without its buttons: those of the question count. */
const plain = (says: readonly Say[]): Say[] =>
  says.map((say) => (say.kind === 'recap' ? say : { ...say, quickReplies: [] }));

/** To "hmm, let me think": nothing is pressed, nothing is done, and it stays open. */
export function waitForDecision({ turn, dialogue, reading }: Moment): Step | null {
  const asksElse = (reading.band === 'act' && (onlyTells(reading.intent) || asks(reading))) || asksForPerson(turn.text);
  return hesitates(turn.text) && !asksElse
    ? { says: [tell('take-your-time')], dialogue: { ...dialogue, misses: 0 } }
    : null;
}
