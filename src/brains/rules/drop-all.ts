import { tell } from './flow.js';
import { onlyTells } from './message-signs.js';
import type { Moment, Step } from './moment.js';
import { followAll } from './pending.js';

/** What was asked is dropped, with all that waited behind it; what is asked beside is answered: "scratch that. When does it come?" */
export async function dropAll(moment: Moment): Promise<Step> {
  const dialogue = { ...moment.dialogue, waiting: null, pending: [], misses: 0 };
  const beside = moment.reading.wishes.filter(({ intent }) => onlyTells(intent));
  if (beside.length === 0) return { says: [tell('nothing-changed')], dialogue };
  const step = await followAll({ ...moment, dialogue }, beside);
  return { says: [tell('left-as-it-is'), ...step.says], dialogue: step.dialogue };
}
