import { getOrderStatus } from '../../../tools/get-order-status.js';
import type { LineFacts } from '../../../tools/order-facts.js';
import { type Filling, type Need, type Scene, tell } from '../flow.js';
import { pickByOrdinal, pickByWords } from '../pick.js';

const WHOLE = /\b(?:whole|entire|everything|all|complete)\b/i;
const ORDER = /\border\b/i;
export const WHOLE_ORDER = 'The whole order';

/**
 * Which items of the order. Settles on those named, or on all when the words speak of the order as a whole; with
 * several possible and none named, asks. `of` says which lines can be meant.
 */
export function line(of: (line: LineFacts) => boolean): Need {
  return {
    name: 'line',
    async fill(scene): Promise<Filling> {
      const lines = await linesOf(scene);
      if (!lines) return { kind: 'stop', says: [tell('order-not-found')] };
      const ruledOut = scene.slots.notLines ?? [];
      const possible = lines.filter((one) => of(one) && !ruledOut.includes(one.orderLineId));
      const one = lineNamed(scene.reading.words, lines);
      if (one) return filled(scene, [one], false);
      const pointed = pickByOrdinal(scene.reading.entities, scene.dialogue.shownLines) ?? [];
      // what was shown may be gone since, or of another order
      const chosen = possible.filter(({ orderLineId }) => pointed.includes(orderLineId));
      if (chosen.length > 0) return filled(scene, chosen, chosen.length === possible.length);
      if (speaksOfAll(scene.reading.text, !scene.isAnswer)) return filled(scene, possible, true);
      const { said } = scene.slots;
      const first = said && lineNamed(said.words, lines);
      if (first) return filled(scene, [first], false);
      if (said && speaksOfAll(said.text, true)) return filled(scene, possible, true);
      if (ruledOut.length > 0 && possible.length === 0) return { kind: 'stop', says: [tell('nothing-changed')] };
      if (possible.length <= 1) return filled(scene, possible.length === 1 ? possible : lines, possible.length !== 1);
      return {
        kind: 'ask',
        says: [tell('which-line', { lines: possible }, [...possible.map(({ lineName }) => lineName), WHOLE_ORDER])],
        note: { shownLines: possible.map(({ orderLineId }) => orderLineId) },
      };
    },
  };
}

/** The items that a message names, or none: for flows that speak of all of them otherwise. Never asks. */
export const namedLines: Need = {
  name: 'named_lines',
  async fill(scene): Promise<Filling> {
    const lines = await linesOf(scene);
    if (!lines) return { kind: 'stop', says: [tell('order-not-found')] };
    const one = lineNamed(scene.reading.words, lines) ?? lineNamed(scene.slots.said?.words ?? '', lines);
    return { kind: 'filled', slots: { ...scene.slots, lineIds: one ? [one.orderLineId] : [] } };
  },
};

function lineNamed(words: string, lines: readonly LineFacts[]): LineFacts | undefined {
  const named = pickByWords(
    words,
    lines.map(({ lineName }) => lineName),
  );
  return named === null ? undefined : lines[named];
}

/** "cancel my order", "all of it", or as an answer "everything"; but "an item of my order" speaks of an item. */
function speaksOfAll(text: string, isWish: boolean): boolean {
  if (/\b(?:item|part|one)\b/i.test(text)) return false;
  return WHOLE.test(text) || (ORDER.test(text) && isWish);
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
    wholeOrder: wholeOrder || lines.length !== 1,
    lineIds: lines.map(({ orderLineId }) => orderLineId),
  },
  note: { shownLines: [] },
});
