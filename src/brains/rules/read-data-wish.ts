/** What somebody wants of their data: a copy, that it is deleted, or the number of a card, which is never told. */
export type DataWish = 'copy' | 'erase' | 'card';

const CARD = /\b(?:card|cvv|cvc|sixteen digits|16 digits)\b/i;
const ERASE =
  /\b(?:delet\w*|eras\w*|remov\w*|forget|forgotten|wip(?:e|ed|ing)|purg\w*|destroy\w*|scrub\w*|get rid of|take (?:me|my)\b.*\boff|clos(?:e|ing) my account)\b/i;
const COPY =
  /\b(?:cop(?:y|ies)|export\w*|download\w*|show|send|see|view|access|provide|give|report|what|which|hold|stored?|keep|kept|have|got)\b/i;

/** Reads "forget me", "a copy of all you hold on me"; null where only data is spoken of. */
export function readDataWish(text: string): DataWish | null {
  if (CARD.test(text)) return 'card';
  if (ERASE.test(text)) return 'erase';
  return COPY.test(text) ? 'copy' : null;
}
