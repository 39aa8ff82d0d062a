import type { Understanding } from '../../language/understand.js';
import type { Dialogue, Slots } from './dialogue.js';

/** Takes back what was asked: "no, the other one", "I meant the lens", "not the tripod". */
const TAKES_BACK =
  /\b(?:i (?:meant|mean)|meant to say|i said|(?:the )?(?:other|wrong|different) (?:one|item|order|thing|product)|not (?:that|this|the|my|it)\b|instead of|rather than|mixed (?:it|them) up|my (?:mistake|bad))/i;
/** The same in passing: it counts where the message wishes for nothing else. */
const MAY_TAKE_BACK =
  /\b(?:no|nope|wait|oops|sorry|actually|rather|instead|correction|make (?:it|that)|change (?:it|that) to|hang on|hold on|scratch that)\b/i;

/** What is denied in it: "not the tripod", "instead of the tripod", up to where something else is said. */
const DENIED = /\b(?:not|instead of|rather than)\s+(?:the|my|that|this|a)?[^,.;!?]*?(?=$|[,.;!?]|\bbut\b|\bi\b)/gi;

/** A recap taken back, with what still holds of it. */
export interface Correction {
  readonly flow: string;
  readonly slots: Slots;
  /** The message without what it denies: the words that say what is meant instead. */
  readonly meant: string;
}

/**
 * Whether a message takes back what the flow before it proposed. Who asks stays known, the order stays unless it is
 * what was wrong; everything else is settled anew, and the item that was proposed is not meant again.
 */
export function readCorrection(
  text: string,
  reading: Understanding,
  proposed: Dialogue['proposed'],
  isAboutElse: boolean,
): Correction | null {
  if (!proposed) return null;
  const points = reading.entities.some(({ kind, value }) => kind === 'ordinal' && value === 'other');
  const takesBack = points || TAKES_BACK.test(text);
  if (!takesBack && (isAboutElse || !MAY_TAKE_BACK.test(text))) return null;
  const { orderNumber, factor, lineIds = [] } = proposed.slots;
  const isOrderWrong = /\b(?:other|wrong|different|another) order\b/i.test(text);
  return {
    flow: proposed.flow,
    slots: {
      ...(factor && { factor }),
      ...(orderNumber && (isOrderWrong ? { notOrder: orderNumber } : { orderNumber, notLines: lineIds })),
    },
    meant: text.replace(DENIED, (denied) => ' '.repeat(denied.length)),
  };
}
