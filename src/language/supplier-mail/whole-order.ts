import type { Finding } from './finding.js';
import type { LineMention, OrderedLine } from './line-mention.js';
import { findLineMentions } from './line-mentions.js';
import type { AskedOrder } from './marked-statement.js';
import { findOrderMentions } from './order-mentions.js';

/** Words that speak of a part of an order, or of one thing among several. */
const OF_SOME =
  /\b(?:one|some|another|others?|part(?:s|ial|ly)?|first|second|third|remaining|rest|balance|items?|articles?|lines?|most|half|few|several|either|each|which|ones?)\b/i;

/** Words that speak of all of it. */
const OF_WHOLE =
  /\b(?:they|they're|they'll|them|everything|goods|orders?|p\.?o|shipment|consignment|delivery|both|all of (?:it|them)|ware|lieferung|bestellung|sendung|commande|livraison|pedido|entrega|ordine|merce|consegna|bestelling|levering)\b/iu;

/**
 * In a mail that names no line, what is said is said of all of the order: "they're still on for the 30th". Where it lists
 * the lines and says a day beside the list, that is likely of them all.
 */
export function ofWholeOrder(
  findings: readonly Finding[],
  visible: string,
  { lines, number, aliases }: AskedOrder,
): readonly Finding[] {
  if (lines.length < 2 || findings.some(({ scope }) => scope === 'named' || scope === 'others')) return findings;
  const mentions = findLineMentions(visible, lines);
  const isOfWhole = OF_WHOLE.test(visible) || findOrderMentions(visible, number, aliases).some(({ isOurs }) => isOurs);
  const isSure = mentions.length === 0 && isOfWhole && !OF_SOME.test(visible);
  if (!isSure && !areAllNamed(mentions, lines)) return findings;
  return findings.map((one) => (isOfNone(one) ? saidOfAll(one, lines, isSure) : one));
}

const areAllNamed = (mentions: readonly LineMention[], lines: readonly OrderedLine[]): boolean =>
  lines.every((_, at) => mentions.some((one) => one.kind === 'named' && one.isSure && one.lines.includes(at)));

const isOfNone = ({ kind, lines, scope }: Finding): boolean =>
  (kind === 'date' || kind === 'none' || kind === 'unclear') && (lines === null || scope === 'all');

const saidOfAll = (one: Finding, lines: readonly OrderedLine[], isSure: boolean): Finding => ({
  ...one,
  lines: lines.map((_, at) => at),
  scope: 'all',
  doubts: isSure ? one.doubts.filter((doubt) => doubt !== 'line_unknown') : one.doubts,
});
