import { requestPerson } from '../tools/request-person.js';
import type { Answer, BrainTurn, Say, Toolbelt } from './brain.js';

/** What is said to a message that no model is shown: a person where somebody may come to harm, else a calm word. */
export async function answerFlagged(
  flag: 'danger' | 'indecent',
  { dialogue }: Pick<BrainTurn, 'dialogue'>,
  tools: Toolbelt,
): Promise<Answer> {
  return { says: [flag === 'danger' ? await toPerson(tools) : CALM], dialogue };
}

const CALM: Say = {
  kind: 'template',
  template: 'calm-boundary',
  facts: {},
  quickReplies: ['Where is my order?', 'Talk to a person'],
};

async function toPerson(tools: Toolbelt): Promise<Say> {
  const output = await tools.call(requestPerson, { reason: 'safety', summary: 'A message that speaks of harm.' });
  if (output.kind === 'denied') return CALM;
  const template = output.kind === 'requested' ? 'person-requested' : 'person-already-requested';
  const { days, opens, closes, zone } = output;
  return { kind: 'template', template, facts: { days, opens, closes, zone: placeOf(zone) } };
}

/** "Los Angeles" of `America/Los_Angeles`. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
