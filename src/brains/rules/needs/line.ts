import { getOrderStatus } from '../../../tools/get-order-status.js';
import type { LineFacts } from '../../../tools/order-facts.js';
import { type Filling, type Need, type Scene, tell } from '../flow.js';
import { pickByOrdinal } from '../pick.js';
import { pickByPrice, pickLines } from '../pick-lines.js';

const WHOLE =
  /\b(?:whole|entire|everything|all|complete|whatever|the rest|remaining|what(?:'?s| is| has)? (?:left|not (?:yet )?(?:left|gone|shipped|been sent))|(?:what|anything|all) (?:that )?(?:has|is)n'?t)\b/i;
const ORDER = /\border\b/i;
/** The order as what an item is taken out of. */
const FROM_ORDER = /\b(?:off|from|out of|in|on|of) (?:(?:the|my|this|that|our) )?order\b/gi;
/** The others of what is named: "keep the chairs, cancel the rest". */
const REST =
  /\b(?:the rest|the others?|everything else|all (?:but|except|the others?)|everything (?:but|except)|only want|just want)\b/i;
/** One of several that is not named: never the one spoken of before. */
const SOME_ONE =
  /\b(?:an? (?:single )?(?:item|thing|product)|(?:just |only )?(?:one|1) (?:of|item|thing|product|single)|something|some of|part of)\b|\b(?:cancel|drop|remove|take off|bin|lose|scrap)(?:ling)? (?:just |only )?(?:one|1)\b(?! \w)/i;
export const WHOLE_ORDER = 'The whole order';

/**
 * Which items of the order. Settles on those named, pointed at or spoken of just before, or on all when the words speak
 * of the order as a whole; with several possible and none meant, asks. `of` says which lines can be meant.
 */
export function line(of: (line: LineFacts) => boolean): Need {
  return {
    name: 'line',
    async fill(scene): Promise<Filling> {
      const lines = await linesOf(scene);
      if (!lines) return { kind: 'stop', says: [tell('order-not-found')] };
      const ruledOut = scene.slots.notLines ?? [];
      const possible = lines.filter((one) => of(one) && !ruledOut.includes(one.orderLineId));
      const meant = linesSaid(scene, lines, possible) ?? linesSaidFirst(scene, lines, possible);
      if (meant) return filled(scene, meant, meant.length === possible.length && meant.length > 1);
      if (ruledOut.length > 0 && possible.length === 0) return { kind: 'stop', says: [tell('nothing-changed')] };
      if (possible.length <= 1) return filled(scene, possible.length === 1 ? possible : lines, possible.length !== 1);
      const before = possible.filter(({ orderLineId }) => scene.dialogue.lineIds.includes(orderLineId));
      if (before.length === 1 && !SOME_ONE.test(scene.slots.said?.text ?? scene.reading.text))
        return filled(scene, before, false);
      return {
        kind: 'ask',
        says: [tell('which-line', { lines: possible }, [...possible.map(({ lineName }) => lineName), WHOLE_ORDER])],
        note: { shownLines: possible.map(({ orderLineId }) => orderLineId) },
      };
    },
  };
}

/** "The whole lot, teapot and cups both": names beside it only spell it out. */
const WHOLE_LOT =
  /\b(?:the (?:whole|entire) (?:lot|order|thing)|the lot|everything (?:in|on|from) (?:it|the order|my order))\b/i;
const LEAVES_SOME =
  /\b(?:but|except|apart|other than|besides|not|n['’]?t|keep|keeping|leave|stays?|just|only|when|where|status|and then)\b|\?/i;

/** The lines this message means, by name, place, price or as a whole; null when it says nothing of it. */
function linesSaid(
  { reading, dialogue, isAnswer }: Scene,
  lines: readonly LineFacts[],
  possible: readonly LineFacts[],
): readonly LineFacts[] | null {
  if (WHOLE_LOT.test(reading.text) && !LEAVES_SOME.test(reading.text)) return allOf(possible, lines);
  const byWords = linesNamed(reading.words, lines, possible);
  if (byWords) return byWords;
  const priced = pickByPrice(reading.text, possible);
  if (priced) return [priced];
  // what was shown may be gone since, or of another order
  const inView = dialogue.shownLines.length > 0 ? dialogue.shownLines : idsOf(lastSpokenOf(dialogue, possible));
  const pointed = pickByOrdinal(reading.entities, inView) ?? [];
  const chosen = possible.filter(({ orderLineId }) => pointed.includes(orderLineId));
  if (chosen.length > 0) return chosen;
  return speaksOfAll(reading.text, !isAnswer)
    ? without(allOf(possible, lines), pickLines(reading.words, lines).kept)
    : null;
}

/** All that can be meant; where nothing can, all there is, so that it can be told why not. */
const allOf = (possible: readonly LineFacts[], lines: readonly LineFacts[]): readonly LineFacts[] =>
  possible.length > 0 ? possible : lines;

const idsOf = (lines: readonly LineFacts[]) => lines.map(({ orderLineId }) => orderLineId);

/** "both", "the second one": of what was spoken of last, or else of what can be meant at all. */
function lastSpokenOf({ lineIds }: Scene['dialogue'], possible: readonly LineFacts[]): readonly LineFacts[] {
  const known = possible.filter(({ orderLineId }) => lineIds.includes(orderLineId));
  return known.length > 1 ? known : possible;
}

/** The same of the message that began the flow, while this one answered who it is or which order. */
function linesSaidFirst(
  { slots: { said } }: Scene,
  lines: readonly LineFacts[],
  possible: readonly LineFacts[],
): readonly LineFacts[] | null {
  if (!said) return null;
  return linesNamed(said.words, lines, possible) ?? (speaksOfAll(said.text, true) ? allOf(possible, lines) : null);
}

/** Those named that can be meant; where only others are, these, so that it can be told why not. */
function linesNamed(
  words: string,
  lines: readonly LineFacts[],
  possible: readonly LineFacts[],
): readonly LineFacts[] | null {
  const { named, kept } = pickLines(words, lines);
  if (named.length === 0) return kept.length > 0 && REST.test(words) ? without(possible, kept) : null;
  const can = named.filter((one) => possible.includes(one));
  return can.length > 0 ? can : named.slice(0, 1);
}

const without = (lines: readonly LineFacts[], kept: readonly LineFacts[]): readonly LineFacts[] | null => {
  const rest = lines.filter((one) => !kept.includes(one));
  return rest.length > 0 ? rest : null;
};

/** The items a message names, kept in mind for "it" and "both"; the flow itself is about all of the order, unless these are cancelled. Never asks. */
export const spokenOf: Need = {
  name: 'spoken_of',
  async fill(scene): Promise<Filling> {
    const lines = await linesOf(scene);
    const { named } = pickLines(scene.slots.said?.words ?? scene.reading.words, lines ?? []);
    const { orderNumber } = scene.slots;
    const note = named.length > 0 && orderNumber ? { note: { lineIds: idsOf(named), orderNumber } } : {};
    // of what is cancelled is told that alone: of what else waits they did not ask
    const isGone = named.length > 0 && named.every(({ lineState }) => lineState === 'cancelled');
    const slots = isGone ? { ...scene.slots, lineIds: idsOf(named) } : scene.slots;
    return { kind: 'filled', slots, ...note };
  },
};

/** The items that a message names, or none: for flows that speak of all of them otherwise. Never asks. */
export const namedLines: Need = {
  name: 'named_lines',
  async fill(scene): Promise<Filling> {
    const lines = await linesOf(scene);
    if (!lines) return { kind: 'stop', says: [tell('order-not-found')] };
    // "I'll wait for the lamp, keep it": who waits means what they keep
    const waits = scene.reading.intent === 'keep_waiting';
    const [now, first] = [scene.reading.words, scene.slots.said?.words ?? ''].map((words) => {
      const { named, kept } = pickLines(words, lines);
      return named.length === 0 && waits ? kept : named;
    });
    const meant = now && now.length > 0 ? now : (first ?? []);
    const { entities, text } = scene.reading;
    const pointed = meant.length > 0 ? meant : (pickedBefore(scene, lines, text, entities) ?? []);
    return { kind: 'filled', slots: { ...scene.slots, lineIds: pointed.map(({ orderLineId }) => orderLineId) } };
  },
};

/** "when does it ship?", "and the other one?": the item spoken of before, or the other of two. */
function pickedBefore(
  { dialogue, slots }: Scene,
  lines: readonly LineFacts[],
  text: string,
  entities: Scene['reading']['entities'],
): readonly LineFacts[] | null {
  if (dialogue.orderNumber !== slots.orderNumber) return null;
  const spoken = lines.filter(({ orderLineId }) => dialogue.lineIds.includes(orderLineId));
  if (spoken.length !== 1) return null;
  const isOther = entities.some(({ kind, value }) => kind === 'ordinal' && value === 'other');
  if (isOther && !ORDER.test(text)) return lines.length === 2 ? without(lines, spoken) : null;
  return IT.test(text) ? spoken : null;
}

const IT = /\b(?:it|that|this|that one|this one)\b/i;

/** "cancel my order", "all of it", or as an answer "everything"; but "an item of my order" speaks of an item. */
function speaksOfAll(text: string, isWish: boolean): boolean {
  if (/\b(?:item|part|one)\b/i.test(text)) return false;
  return WHOLE.test(text) || (isWish && ORDER.test(text.replace(FROM_ORDER, ' ')));
}

async function linesOf({ tools, slots: { orderNumber } }: Scene): Promise<readonly LineFacts[] | null> {
  if (!orderNumber) throw new Error('The order must be known before its lines');
  const status = await tools.call(getOrderStatus, { orderNumber });
  return status.kind === 'found' ? status.lines : null;
}

const filled = ({ slots }: Scene, lines: readonly LineFacts[], wholeOrder: boolean): Filling => ({
  kind: 'filled',
  slots: {
    ...slots,
    wholeOrder,
    lineIds: lines.map(({ orderLineId }) => orderLineId),
  },
  note: { shownLines: [] },
});
