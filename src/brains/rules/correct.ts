import { getOrderStatus } from '../../tools/get-order-status.js';
import type { LineFacts } from '../../tools/order-facts.js';
import { type Correction, readCorrection } from './correction.js';
import type { Slots } from './dialogue.js';
import type { Flow } from './flow.js';
import { asks, isLikely } from './message-signs.js';
import { handles, type Moment, readingOf, type Step, scene } from './moment.js';
import { readAddress } from './needs/address.js';
import { pickByWords } from './pick.js';
import { pickLines } from './pick-lines.js';
import { runFlow } from './run-flow.js';

/** The flow that put the last recap, run anew with what the message says instead; null when it takes nothing back. */
export async function correct(moment: Moment): Promise<Step | null> {
  const { flows, reading, dialogue, turn } = moment;
  const { proposed } = dialogue;
  const flow = proposed ? flows.byName(proposed.flow) : undefined;
  if (!flow || !proposed || isAboutElse(moment, flow)) return null;
  const correction = await withoutDenied(moment, readCorrection(turn.text, reading, proposed.slots), proposed.slots);
  if (!(await namesSomething(moment, flow, correction, proposed.slots))) return null;
  const meant = { ...readingOf(moment, reading.intent), text: correction.meant, words: correction.words };
  return runFlow(
    flow,
    scene(
      moment,
      { ...dialogue, misses: 0, lineIds: [] },
      correction.slots,
      { ...meant, entities: correction.entities },
      false,
    ),
  );
}

/** The need of a flow that is about items. */
const LINE = 'line';

const ADDRESS = 'address';
/** "Almost, the zip is 98403", "yes but add apt 4B": a part of the address, and so the whole is asked for anew. */
const OF_AN_ADDRESS =
  /\b(?:zip(?: ?code)?|post ?code|street|road|lane|avenue|drive|court|way|ave|rd|st|ln|dr|apt|apartment|unit|flat|suite|floor|house|number|name|city|town|state|address)\b|\b\d{1,6}[a-z]?\b/i;
const PUTS_OTHERWISE =
  /\b(?:not|should (?:be|say|read)|but|add|wrong|actually|instead|almost|nearly|forgot|missing|typo|misspelt|misspelled|make (?:it|that)|meant?)\b/i;

/** Readings that a correction gets as well: "no wait, the socks" is no wish to wait. */
const SOFT: ReadonlySet<string> = new Set([
  ...['keep_waiting', 'deny', 'affirm', 'change_order', 'complaint', 'out_of_scope', 'return_exchange', 'item_problem'],
  ...['greeting', 'thanks', 'stock_question'],
]);
const ASKS_BACK =
  /\?|^\W*(?:\w+ )?(?:where|when|why|how|what|has|have|is|are|does|do you|did|who)\b|[,;.] *(?:and |so )?(?:when|where|why|how)\b/i;

/** Begins as one who takes something back. */
const TAKES_BACK =
  /^\W*(?:oh |ah |wait |sorry |ok )*(?:no|nah|nope|oops|whoops|sorry|wrong|not|i (?:said|meant|mean)|rather|instead|make (?:it|that))\b/i;

/** "no wait, the fleece vest, not the jacket": one name for another, and no wish around it. */
const PUTS_RIGHT =
  /^(?!.*\b(?:split|ship\w*|send\w*|express|faster|refund\w*|money|swap\w*|similar|instead|address|when|where|add|double|quantity)\b)(?:.*\bnot (?:the|my|that|this)\b|.*\bi (?:meant?|said)\b)/i;

/** "Other one, the mask": another of what was ordered, though it reads like a wish for something similar. */
const POINTS_AWAY =
  /^\W*(?:(?:no|nope|sorry|oops|wait|not that(?: one)?)\W+)*(?:the |my )?other (?:one|item|thing|product)\b[^?]*$/i;

function isAboutElse(moment: Moment, { intents }: Flow): boolean {
  const { reading, turn } = moment;
  if (intents.includes(reading.intent)) return false;
  if (reading.intent === 'substitute' && POINTS_AWAY.test(turn.text)) return false;
  if (ASKS_BACK.test(turn.text) && !asks(reading)) return true;
  if (TAKES_BACK.test(turn.text) && (!asks(reading) || PUTS_RIGHT.test(turn.text))) return false;
  return isLikely(reading) && handles(moment, reading.intent) && !SOFT.has(reading.intent);
}

/** Whether a message that takes something back says what is meant instead, or only that it is not this. */
async function namesSomething(
  { tools, turn }: Moment,
  { needs }: Flow,
  { slots, pointsElsewhere, meant }: Correction,
  proposed: Slots,
): Promise<boolean> {
  if (pointsElsewhere || readAddress(turn.text)) return true;
  const isOfAddress = needs.some(({ name }) => name === ADDRESS);
  if (isOfAddress && OF_AN_ADDRESS.test(turn.text) && PUTS_OTHERWISE.test(turn.text)) return true;
  // of an order as a whole no item is meant: "no, I meant splitting it, socks first" is another wish
  if (!needs.some(({ name }) => name === LINE)) return false;
  const lines = slots.orderNumber ? await linesOf(tools, slots.orderNumber) : [];
  const { named, kept } = pickLines(meant, lines);
  if (named.length > 0) return true;
  // "keep the lamp" takes nothing back where the lamp was to stay anyway
  const { lineIds = [] } = proposed;
  if (kept.length > 0) return kept.some(({ orderLineId }) => lineIds.includes(orderLineId));
  return (
    pickByWords(
      meant,
      lines.map(({ lineName }) => lineName),
    ) !== null
  );
}

/** "not the lamp": the item that was proposed and is denied is not meant again, though nothing else is named. */
async function withoutDenied(
  { tools }: Moment,
  correction: Correction,
  { orderNumber, lineIds = [] }: Slots,
): Promise<Correction> {
  if (correction.denied === '' || !orderNumber || !correction.slots.orderNumber) return correction;
  const denied = pickLines(correction.denied.replace(NOT, ' '), await linesOf(tools, orderNumber)).named;
  const isProposed = denied.length > 0 && denied.every(({ orderLineId }) => lineIds.includes(orderLineId));
  if (!isProposed || denied.length !== lineIds.length) return correction;
  return { ...correction, pointsElsewhere: true, slots: { ...correction.slots, notLines: lineIds } };
}

/** What would have a name read as one that stays. */
const NOT = /\b(?:not|instead of|rather than|forget)\b/gi;

async function linesOf(tools: Moment['tools'], orderNumber: LineFacts['orderNumber']): Promise<readonly LineFacts[]> {
  const status = await tools.call(getOrderStatus, { orderNumber });
  return status.kind === 'found' ? status.lines : [];
}
