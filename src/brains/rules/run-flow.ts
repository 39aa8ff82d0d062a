import type { Say } from '../brain.js';
import type { Dialogue, Slots } from './dialogue.js';
import { type CallStep, type Flow, type Scene, tell } from './flow.js';

export interface FlowRun {
  readonly says: readonly Say[];
  readonly dialogue: Dialogue;
  /** The need it now waits for was already what it waited for: the message did not answer the question. */
  readonly askedAgain: boolean;
}

/** Takes a flow as far as it gets: fills its needs in order, asks when one is open, then goes through its steps. */
export async function runFlow(flow: Flow, scene: Scene): Promise<FlowRun> {
  let current = scene;
  for (const need of flow.needs) {
    const filling = await need.fill(current);
    if (filling.kind === 'stop') return end(flow, current, filling.says);
    current = { ...current, slots: filling.slots ?? current.slots, dialogue: { ...current.dialogue, ...filling.note } };
    if (filling.kind === 'ask') {
      const { text, words } = scene.reading;
      const waiting = { flow: flow.name, need: need.name, slots: { said: { text, words }, ...current.slots } };
      const askedAgain =
        scene.isAnswer &&
        !filling.wasHeard &&
        scene.dialogue.waiting?.need === need.name &&
        sameSlots(scene.slots, current.slots);
      return { says: filling.says, dialogue: { ...current.dialogue, waiting }, askedAgain };
    }
  }
  for (const step of flow.steps) {
    if (step.step === 'say') {
      const says = step.says(current);
      if (says.length > 0) return end(flow, current, says);
    } else {
      const says = await takeCall(step, current);
      if (says) return end(flow, current, says);
    }
  }
  throw new Error(`The flow ${flow.name} came to its end without a word`);
}

async function takeCall({ tool, inputs, outcomes }: CallStep, scene: Scene): Promise<readonly Say[] | null> {
  for (const input of inputs(scene)) {
    const output = (await scene.tools.call(tool, input)) as { kind: string };
    if (output.kind === 'denied') return [tell('order-not-found')];
    const told = outcomes[output.kind];
    if (told) return told(output as never);
  }
  return null;
}

function end(
  { name: flow }: Flow,
  { dialogue, slots, reading: { text, words } }: Scene,
  says: readonly Say[],
): FlowRun {
  const orderNumber = slots.orderNumber ?? dialogue.orderNumber;
  const isSameOrder = orderNumber === dialogue.orderNumber;
  const lineIds = slots.lineIds && slots.lineIds.length > 0 ? slots.lineIds : isSameOrder ? dialogue.lineIds : [];
  const { neededBy, said = { text, words } } = slots;
  const last = { flow, slots: { said, ...(orderNumber && { orderNumber }), ...(neededBy && { neededBy }) } };
  const proposed = says.some(({ kind }) => kind === 'recap') ? { flow, slots } : dialogue.proposed;
  const apologised = dialogue.apologised || says.some((one) => one.kind === 'template' && one.facts.sorry === true);
  const after = { ...dialogue, waiting: null, orderNumber, lineIds, last, proposed, apologised };
  return { says, dialogue: after, askedAgain: false };
}

const sameSlots = (a: Slots, b: Slots): boolean => JSON.stringify(a) === JSON.stringify(b);
