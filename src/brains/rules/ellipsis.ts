import { askAgain } from './digress.js';
import type { Flow } from './flow.js';
import { tell } from './flow.js';
import { namesOwnItem } from './likely-wish.js';
import { asks, isLikely, onlyTells } from './message-signs.js';
import { type Moment, readingOf, type Step, scene } from './moment.js';
import { runFlow } from './run-flow.js';
import { lookUpWorded, namesOwnNumber } from './unclear.js';

/** "and the lens?", "what about my other order", "same for the mosses one": the last wish, of something else. */
const OF_ANOTHER =
  /^\W*(?:(?:ok(?:ay)?|alright|right|thanks|thank you|great|good|cool|hm+|oh|now|so)\W+)*(?:and|what about|how about|how'?s|same (?:question|thing|for|with)|also|now|then)\b/i;
/** "Tell me about my other order as well". */
const OTHER_ORDER = /\b(?:my|the|that|our) other order\b/i;
/** Nothing but a thing: more words than this say something of their own. */
const LONGEST_MENTION = 5;

/** The last wish carried over to what this message names, where it names something and wishes for nothing; else null. */
export async function carryOver(moment: Moment): Promise<Step | null> {
  const { dialogue, turn, reading } = moment;
  const flow = dialogue.last && moment.flows.byName(dialogue.last.flow);
  if (!flow || !isCarried(flow)) return null;
  const words = turn.text.trim().split(/\s+/).length;
  const isOfAnother = OF_ANOTHER.test(turn.text) || OTHER_ORDER.test(turn.text);
  if (!isOfAnother && words > LONGEST_MENTION) return null;
  // "when does it ship?" after a recap wishes for something of its own
  const wishesItself = isLikely(reading) && (onlyTells(reading.intent) || asks(reading));
  if (!isOfAnother && wishesItself && !flow.intents.includes(reading.intent)) return null;
  // "and the hoses, when are they in" after a cancellation wishes to cancel nothing
  const worded = lookUpWorded(turn.text);
  if (worded && asks({ intent: flow.intents[0] ?? worded })) return null;
  // "you kept the blocks, yeah" is no wish to cancel those as well
  if (flow.intents.some((intent) => asks({ intent })) && STAYS.test(turn.text)) return null;
  const points = reading.entities.some(({ kind }) => kind === 'ordinal' || kind === 'orderNumber');
  if (!points && !(await namesOwnNumber(moment)) && !(await namesOwnItem(moment))) return null;
  const [intent] = flow.intents;
  if (!intent) return null;
  return runFlow(flow, scene(moment, { ...dialogue, misses: 0, offered: [] }, {}, readingOf(moment, intent), false));
}

const STAYS = /\b(?:kept|keep(?:ing)?|stay(?:s|ing)?|still|unaffected|untouched)\b/i;

const isCarried = ({ intents }: Flow): boolean => intents.some((intent) => onlyTells(intent) || asks({ intent }));

/** "say that again?": the open question, the open recap, or the last look-up, from the facts as they are now. */
export async function sayAgain(moment: Moment): Promise<Step | null> {
  const { turn, dialogue } = moment;
  if (turn.isAsked) return { says: [{ kind: 'recap' }], dialogue };
  const nothing = { says: [], dialogue };
  if (dialogue.waiting) return askAgain(moment, nothing, dialogue.waiting);
  const last = dialogue.last && moment.flows.byName(dialogue.last.flow);
  if (!last || !dialogue.last || !last.intents.some(onlyTells))
    return { says: [tell('what-next', {}, ['Where is my order?', 'Talk to a person'])], dialogue };
  const [intent] = last.intents;
  if (!intent) return null;
  const silence = { text: '', words: '', intent, entities: [], days: [] };
  return runFlow(last, scene(moment, dialogue, dialogue.last.slots, silence, false));
}
