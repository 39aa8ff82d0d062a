import { readAgreement } from '../../../language/read-agreement.js';
import type { Asked } from '../../../language/say-back.js';
import { type FoundSubstitute, findSubstitutes } from '../../../tools/find-substitutes.js';
import { type Filling, type Need, type Scene, tell } from '../flow.js';
import { pickByOrdinal, pickByWords } from '../pick.js';

/** Which of the products that could replace the item: shows them, and takes the one that is named, pointed at or agreed to. */
export const substitute: Need = {
  name: 'substitute',
  async fill(scene): Promise<Filling> {
    const [orderLineId] = scene.slots.lineIds ?? [];
    if (!orderLineId) throw new Error('The item must be known before its substitutes');
    const mostCents = limitIn(scene);
    const found = await scene.tools.call(findSubstitutes, {
      orderLineId,
      ...(mostCents !== undefined && { mostCents }),
    });
    if (found.kind === 'denied' || found.kind === 'not_found') return { kind: 'stop', says: [tell('order-not-found')] };
    const about = { lineName: found.kind === 'none' || found.kind === 'found' ? found.lineName : '' };
    if (found.kind === 'not_waiting')
      return {
        kind: 'stop',
        says: [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])],
      };
    if (found.kind === 'none')
      return {
        kind: 'stop',
        says: [tell('no-substitute', about, ['When will it ship?', 'Cancel an item', 'Talk to a person'])],
      };
    const chosen = scene.isAnswer ? choose(scene, found.substitutes) : namedAtOnce(scene, found);
    if (chosen)
      return { kind: 'filled', slots: { ...scene.slots, substitute: chosen.sku }, note: { shownSubstitutes: [] } };
    return {
      kind: 'ask',
      says: [
        tell('substitutes', { ...about, substitutes: found.substitutes, isOne: found.substitutes.length === 1 }, [
          ...found.substitutes.map(({ substituteName }) => substituteName),
          KEEP,
        ]),
      ],
      note: { shownSubstitutes: found.substitutes.map(({ sku }) => sku) },
    };
  },
};

const KEEP = 'No, leave it as it is';

function choose(
  { reading, dialogue, turn }: Scene,
  substitutes: readonly FoundSubstitute[],
): FoundSubstitute | undefined {
  const shown = dialogue.shownSubstitutes.flatMap((sku) => substitutes.find((one) => one.sku === sku) ?? []);
  const said = turn.text.toLowerCase();
  const exact =
    onlyOne(shown, ({ substituteName }) => said.includes(substituteName.toLowerCase())) ?? byNumber(said, shown);
  const pointed = pickByOrdinal(reading.entities, shown, ({ price }) => price.cents);
  if (exact || pointed?.length === 1) return exact ?? pointed?.[0];
  const [only] = shown.length === 1 ? shown : [];
  if (only && (readAgreement(turn.text, askedAbout(only)) === 'yes' || AGREES.test(turn.text))) return only;
  const named = pickByWords(
    reading.text,
    shown.map(({ substituteName }) => substituteName),
  );
  return named === null ? undefined : shown[named];
}

/** A yes with something beside it: only the recap follows from it. */
const AGREES =
  /^\s*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please do|go (?:ahead|for it)|do it|sounds good|perfect|great)\b(?!.*\b(?:but|not|other|else|no)\b)/i;

/** "Swap mine for the black one": named before anything was shown, by a word that the item itself does not bear. */
function namedAtOnce(
  { turn }: Scene,
  { lineName, substitutes }: { readonly lineName: string; readonly substitutes: readonly FoundSubstitute[] },
): FoundSubstitute | undefined {
  if (!SWAPS.test(turn.text)) return undefined;
  const own = new Set(wordsOf(lineName));
  const said = new Set(wordsOf(turn.text));
  return onlyOne(substitutes, ({ substituteName }) =>
    wordsOf(substituteName).some((word) => !own.has(word) && said.has(word)),
  );
}

const SWAPS = /\b(?:swap|switch|exchange|replace|instead|take|give|send|choose|pick|want|have|go with|i.?ll)\b/i;
const JOINS = new Set(['the', 'and', 'for', 'with']);
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => (word.length > 2 && !JOINS.has(word)) || /\d/.test(word),
  );

/** The one thing that was offered, as a yes to it may name it. */
const askedAbout = ({ substituteName }: FoundSubstitute): Asked => ({
  names: [substituteName],
  echo: [],
  deed: ['swap', 'switch', 'change', 'exchange', 'replace', 'take', 'send', 'instead'],
  leavesSome: true,
  quantities: [],
});

/** "the 55": a number that stands in one of the names alone. */
function byNumber(said: string, shown: readonly FoundSubstitute[]): FoundSubstitute | undefined {
  const numbers = new Set(said.match(/\d+/g));
  return onlyOne(shown, ({ substituteName }) =>
    (substituteName.match(/\d+/g) ?? []).some((number) => numbers.has(number)),
  );
}

function onlyOne<Thing>(things: readonly Thing[], isMeant: (thing: Thing) => boolean): Thing | undefined {
  const meant = things.filter(isMeant);
  return meant.length === 1 ? meant[0] : undefined;
}

/** "under $80": the shopper's own limit. */
function limitIn({ reading: { entities, text } }: Scene): number | undefined {
  const amount = entities.find((entity) => entity.kind === 'amount');
  return amount?.kind === 'amount' && /\b(?:under|below|less|max|most|up to|within|cheaper|budget)\b/i.test(text)
    ? amount.value
    : undefined;
}
