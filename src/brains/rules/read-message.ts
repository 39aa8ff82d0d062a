import { conceptOf } from '../../language/concepts.js';
import { extractEntities } from '../../language/extract-entities.js';
import type { IntentModel } from '../../language/intent-model.js';
import { splitClauses } from '../../language/split-clauses.js';
import { type Understanding, understand, type Wish } from '../../language/understand.js';
import type { BrainTurn, Toolbelt } from '../brain.js';
import { isOnlyPointer, keepsMessages, speaksOfMessages } from './message-signs.js';
import { addressMasked } from './needs/address.js';
import { ownOrders } from './own-orders.js';
import { withWordedWishes } from './worded-wishes.js';

/**
 * What a message says. Where that is not clear at once and it names something the shopper has ordered, it is read again
 * with a plain "item" there: what a thing is called tells nothing of what is wanted.
 */
export async function readMessage(model: IntentModel, turn: BrainTurn, tools: Toolbelt): Promise<Understanding> {
  const plain = readPlain(model, turn.text);
  // a finger on something shown wishes for nothing: what was asked decides what it means
  if (isOnlyPointer(turn.text, plain) || isMailbox(turn.text, plain))
    return { ...plain, intent: 'out_of_scope', confidence: 0, band: 'reject', wishes: [] };
  const isPlain = plain.band === 'act' && splitClauses(turn.text).length === 1;
  const orders = isPlain ? null : await ownOrders({ turn, tools });
  const addressed = addressMasked(turn.text);
  const masked = maskItems(addressed, orders?.flatMap(({ items }) => items) ?? []);
  const anew = masked === addressed ? plain : withoutBareNames(understand(model, masked), masked);
  const reading = isClearer(anew, plain) ? { ...anew, entities: plain.entities } : plain;
  return withoutEchoes(withoutStrayStops(withWordedWishes(reading, turn.text), turn.text), turn.text);
}

/** What proves an order, said with its name: "zip code 44113". */
const PROOF =
  /\b(?:zip(?: ?code)?|post(?:al)? ?code|pin ?code|e-?mail(?: address| id)?|phone(?: number)?)(?:'?s| is| was|:| =)? +(?:[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|\d{5}(?:-\d{4})?|\S+@\S+\.\w+|\+?\d[\d ()-]{7,}\d)(?!\w)/gi;
/** "The address I gave was ana@…": what proves an order, and nothing moves. */
const isMailbox = (text: string, { intent, wishes }: Understanding): boolean =>
  intent === 'change_address' && wishes.length < 2 && /\S@\S+\.\w/.test(text) && !GOES_ELSEWHERE.test(text);

const GOES_ELSEWHERE =
  /\b(?:send|deliver|ship|leave|drop|forward|redirect\w*|mov\w*|bring|instead|chang\w*|new|updat\w*|correct\w*|wrong|different|other|fix|edit|amend)\b/i;

const MAKES_NEW = /\b(?:new|chang\w*|correct\w*|wrong|updat\w*|mov\w*|instead)\b/i;

function readPlain(model: IntentModel, text: string): Understanding {
  const said = addressMasked(withoutProof(text));
  const reading = understand(model, said);
  return said === text ? reading : { ...reading, entities: extractEntities(text) };
}

/** Who proves that an order is theirs wishes for nothing by it; each word stays where it was. */
const withoutProof = (text: string): string =>
  MAKES_NEW.test(text) ? text : text.replace(PROOF, (proof) => ' '.repeat(proof.length));

/** "Mask and tubing, where are they": names alone wish for nothing. */
function withoutBareNames(reading: Understanding, masked: string): Understanding {
  const isBare = (part: string): boolean => BARE.test(part) || BOUGHT.test(part);
  const wishes = reading.wishes.filter(({ span }) => !isBare(masked.slice(...span)));
  return wishes.length > 0 ? withWishes(reading, wishes) : reading;
}
/** "The press I ordered", before what is wanted of it. */
const BOUGHT =
  /^\W*(?:the|my|that|those|this) (?:[\w'-]+ ){1,5}(?:that |which )?(?:i|we) (?:ordered|bought|got|purchased|paid for)\W*$/i;
const BARE = /^(?:\b(?:item|one|and|or|the|my|our|both|plus|with)\b|[^\p{L}])*$/iu;

/** "Stop it", said of an item beside another wish, ends no messages; nor does "don't stop the updates". */
function withoutStrayStops(reading: Understanding, text: string): Understanding {
  const isStray = ({ intent, span }: Wish): boolean =>
    (intent === 'opt_out' || intent === 'notify_me') &&
    (keepsMessages(text.slice(...span)) ||
      (intent === 'opt_out' &&
        (reading.wishes.length > 1 || WONDERS.test(text.slice(...span))) &&
        !speaksOfMessages(text)));
  return withWishes(
    reading,
    reading.wishes.filter((wish) => !isStray(wish)),
  );
}

/** "Does it ever stop?" */
const WONDERS = /^\W*(?:does|do|will|when|is|did|has) (?:it|this|that|they|these|the|all|any)\b/i;

/** "…, Bellevue, WA 98004, update it": says again that the wish before it is meant. */
function withoutEchoes(reading: Understanding, text: string): Understanding {
  const isEcho = ({ span }: Wish, at: number): boolean => at > 0 && ECHO.test(text.slice(...span));
  return withWishes(
    reading,
    reading.wishes.filter((wish, at) => !isEcho(wish, at)),
  );
}
const ECHO =
  /^\W*(?:(?:so|please|pls|kindly|just|can you|could you) )*(?:update|change|fix|correct|amend|sort) (?:it|that|this|them)(?: (?:please|pls|for me|now|asap|accordingly|thanks))*\W*$/i;

/** What is left of a reading: nothing where no wish is. */
function withWishes(reading: Understanding, wishes: readonly Wish[]): Understanding {
  if (wishes.length === reading.wishes.length) return reading;
  const [first] = wishes;
  if (!first) return { ...reading, intent: 'out_of_scope', confidence: 0, band: 'reject', wishes };
  const { intent, confidence } = wishes.find((wish) => wish.intent === reading.intent) ?? first;
  return { ...reading, intent, confidence, wishes };
}

const BANDS = ['reject', 'clarify', 'act'] as const;

function isClearer(anew: Understanding, plain: Understanding): boolean {
  if (anew.band === 'act' && anew.wishes.length > plain.wishes.length) return true;
  return BANDS.indexOf(anew.band) > BANDS.indexOf(plain.band) && anew.wishes.length >= plain.wishes.length;
}

/** The text with the words of these names as "item" or "one", each as long as what it stands for. */
function maskItems(text: string, names: readonly string[]): string {
  const said = new Set(wordsOf(text));
  const words = new Set(
    names.map(wordsOf).flatMap((name) => {
      // "dolls house" said whole is the kit: alone, "house" may be an address
      const isSaidWhole = new Set(name.filter((word) => said.has(word) && !JOINS.has(word))).size > 1;
      return isSaidWhole ? name.filter((word) => !JOINS.has(word)) : name.filter(isOnlyAName);
    }),
  );
  if (words.size === 0) return text;
  return text.replace(/\p{L}{3,}/gu, (word) =>
    isNamed(word.toLowerCase(), words) ? (word.length > 3 ? 'item' : 'one').padEnd(word.length) : word,
  );
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
const isOnlyAName = (word: string): boolean => conceptOf(word) === word && !JOINS.has(word);
const JOINS = new Set(['the', 'and', 'for', 'with', 'set', 'two', 'three', 'one']);

const isNamed = (word: string, names: ReadonlySet<string>): boolean =>
  names.has(word) || names.has(word.replace(/s$/, '')) || names.has(`${word}s`);
