import type { Sku } from '../../../domain/kernel/ids.js';
import { listOrders } from '../../../tools/list-orders.js';
import { productAvailability } from '../../../tools/product-availability.js';
import type { Slots } from '../dialogue.js';
import { type Filling, type Need, type Scene, tell } from '../flow.js';
import { pickByOrdinal, pickByWords } from '../pick.js';
import { pickShownProduct } from '../pick-shown-product.js';
import { namedLines } from './line.js';

/**
 * Which product of the shop: found by its name, however spelt; of several that may be meant it asks. Who is known and
 * speaks of their own ("is my lens in stock?"), or names nothing, means what they ordered: then the lines are filled.
 */
export const product: Need = {
  name: 'product',
  async fill(scene): Promise<Filling> {
    const { slots, dialogue, reading } = scene;
    const pointed =
      pickByOrdinal(reading.entities, dialogue.shownProducts)?.[0]?.sku ??
      (scene.isAnswer ? pickShownProduct(reading.text, dialogue) : undefined);
    const own = pointed ? null : await ownLines(scene, 'named');
    if (own) return settled(own);
    const found = await lookUp(scene, pointed ? [pointed] : phrasesOf(scene));
    if (found?.kind === 'found') return settled({ ...slots, product: found.sku });
    if (found?.kind === 'ambiguous') {
      const { productNames, skus } = found;
      return {
        kind: 'ask',
        wasHeard: true,
        says: [tell('which-product', { productNames }, productNames)],
        note: { shownProducts: productNames.flatMap((productName, at) => pairOf(skus[at], productName)) },
      };
    }
    const ordered = scene.isAnswer ? null : await ownLines(scene, 'any');
    return ordered ? settled(ordered) : { kind: 'ask', says: [tell('ask-product')] };
  },
};

const pairOf = (sku: Sku | undefined, productName: string) => (sku ? [{ sku, productName }] : []);

const settled = (slots: Slots): Filling => ({ kind: 'filled', slots, note: { shownProducts: [] } });

/**
 * What to look for: a SKU that is named, else the words; what says too little alone together with what stands around it:
 * an answer with the question, a clause with its message.
 */
function phrasesOf({ reading, slots, isAnswer, turn }: Scene): string[] {
  const skus = reading.entities.flatMap((entity) => (entity.kind === 'sku' ? [entity.value] : []));
  const quantity = reading.entities.find(({ kind }) => kind === 'quantity')?.text ?? '';
  const phrase = isAnswer ? turn.text : reading.words;
  const around = isAnswer ? `${slots.said?.words ?? ''} ${phrase}` : turn.text;
  const phrases = [...skus, phrase, around].map((text) => text.replace(quantity, ' ').trim());
  return [...new Set(phrases)].filter((text) => text !== '');
}

/** More of a message than this describes no product. */
const LONGEST_PHRASE = 300;

/** The first phrase that names one product; else the last that may mean several; null when none names any. */
async function lookUp({ tools, reading }: Scene, phrases: readonly string[]) {
  const quantity = reading.entities.find((entity) => entity.kind === 'quantity');
  const many = quantity?.kind === 'quantity' && quantity.value > 0 ? { quantity: quantity.value } : {};
  let several = null;
  for (const phrase of phrases) {
    const found = await tools.call(productAvailability, { product: phrase.slice(0, LONGEST_PHRASE), ...many });
    if (found.kind === 'found') return found;
    if (found.kind === 'ambiguous') several = found;
  }
  return several;
}

const OWN = /\b(?:my|mine|i ordered|i bought)\b/i;

/**
 * The lines of a known shopper's own order that are meant, as slots. `named`: only when the message speaks of its own and
 * names one of them; `any`: what they talked about, or their only open order. Null when that is not clear.
 */
async function ownLines(scene: Scene, which: 'named' | 'any'): Promise<Slots | null> {
  const { turn, tools, reading, dialogue, slots } = scene;
  if (!turn.identified || (which === 'named' && !OWN.test(reading.text))) return null;
  const listed = await tools.call(listOrders, {});
  if (listed.kind === 'denied') return null;
  const open = listed.orders.filter(({ state }) => state === 'open' || state === 'part_shipped');
  const meant = pickByWords(
    reading.words,
    open.map(({ items }) => items.join(' ')),
  );
  const talkedAbout = open.find(({ orderNumber }) => orderNumber === dialogue.orderNumber);
  const chosen = meant !== null ? open[meant] : which === 'any' ? (talkedAbout ?? only(open)) : undefined;
  if (!chosen) return null;
  const filling = await namedLines.fill({ ...scene, slots: { ...slots, orderNumber: chosen.orderNumber } });
  return filling.kind === 'filled' ? filling.slots : null;
}

const only = <Thing>(things: readonly Thing[]): Thing | undefined => (things.length === 1 ? things[0] : undefined);
