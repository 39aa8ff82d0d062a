import { foldText } from './normalise.js';
import { readNoticeReply } from './read-notice-reply.js';

/** An answer, and the orders it is about. */
export interface CombinedReply {
  readonly choice: 'keep' | 'cancel';
  readonly orderNumbers: readonly string[];
}

const ALL =
  /(?:\bfor )?\b(?:all|both)(?: of (?:them|these|those)| (?:of )?(?:(?:my|the) )?orders)?\b|\bthem (?:all|both)\b/;

/**
 * What the newest words of a mail surely answer to a mail that told of these orders: for the one order it names, or for
 * all where it says so ("keep both"). Null where it may be meant for one of several, or is not sure; that is for a person.
 */
export function readCombinedReply(
  words: string,
  writer: string,
  orderNumbers: readonly string[],
): CombinedReply | null {
  const said = foldText(words);
  const named = orderNumbers.filter((number) => mentionOf(number).test(said));
  const [only, another] = named;
  if (another !== undefined) return null;
  if (only !== undefined) return answering(said.replace(mentionOf(only), ' '), writer, [only]);
  if (orderNumbers.length === 1) return answering(said, writer, orderNumbers);
  const all = ALL.exec(said)?.[0];
  if (all === undefined || (all.includes('both') && orderNumbers.length !== 2)) return null;
  return answering(said.replace(ALL, ' '), writer, orderNumbers);
}

function answering(rest: string, writer: string, orderNumbers: readonly string[]): CombinedReply | null {
  const choice = readNoticeReply(rest, writer);
  return choice && { choice, orderNumbers };
}

/** "1042", "order #1042", "my order number 1042"; not its line "1042-2". */
const mentionOf = (number: string): RegExp =>
  new RegExp(
    `(?:\\b(?:for |with )?(?:(?:my|the) )?order (?:(?:number|no\\.?) )?)?#?(?<![\\p{L}\\p{N}-])${number.toLowerCase().replace(/[^a-z0-9]/g, '\\$&')}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`,
    'u',
  );
