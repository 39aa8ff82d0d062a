import { blank, type Entity } from '../../language/entities/entity.js';
import type { Understanding } from '../../language/understand.js';
import type { Slots } from './dialogue.js';

/** What is denied in it: "not the tripod", "instead of the tripod", "forget the mask", up to where something else is said. */
const DENIED =
  /\b(?:not|instead of|rather than|forget)\s+(?:the|my|that|this|a)?[^,.;!?]*?(?=$|[,.;!?]|\s[-–]\s|\bbut\b|\bi\b)/gi;
/** "the other one", "wrong item": elsewhere, without saying where. */
const ELSEWHERE =
  /\b(?:the )?(?:other|wrong|different|another) (?:one|item|order|thing|product|address)\b|^\W*(?:all|everything|both)\b|\b(?:all of (?:it|them)|everything|the (?:whole|entire) (?:thing|order)|both)\b/i;

/** A recap taken back, with what still holds of it. */
export interface Correction {
  readonly slots: Slots;
  /** The message without what it denies: what says what is meant instead, and the same without numbers and addresses. */
  readonly meant: string;
  /** What it denies. */
  readonly denied: string;
  readonly words: string;
  readonly entities: readonly Entity[];
  /** It points at something else by itself: the other one, another order, all of it. */
  readonly pointsElsewhere: boolean;
}

/**
 * What a message says instead of what was proposed: "no, the other one", "I meant the lens", "not 1042, 1057". Who asks
 * stays known, the order stays unless it is what was wrong; everything else is settled anew. An item that was proposed is
 * not meant again where only "the other one" is said, or it is denied.
 */
export function readCorrection(text: string, reading: Understanding, proposed: Slots): Correction {
  const { orderNumber, factor, lineIds = [] } = proposed;
  const denied = [...text.matchAll(DENIED)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  const numbers = reading.entities.filter(({ kind, value }) => kind === 'orderNumber' && value !== orderNumber);
  const another = numbers.find(({ span }) => !denied.some(([from, to]) => span[0] >= from && span[1] <= to));
  const isOrderWrong = another !== undefined || /\b(?:other|wrong|different|another) order\b/i.test(text);
  const isOther = reading.entities.some(({ kind, value }) => kind === 'ordinal' && value === 'other');
  const meant = blankOut(text, denied);
  return {
    slots: {
      ...(factor && { factor }),
      ...(orderNumber && (isOrderWrong ? { notOrder: orderNumber } : { orderNumber })),
      ...(orderNumber && !isOrderWrong && (isOther || /\bwrong\b/i.test(text)) && { notLines: lineIds }),
    },
    meant,
    denied: denied.map(([from, to]) => text.slice(from, to)).join('\n'),
    words: blank(
      meant,
      reading.entities.filter(({ kind }) => NUMBERS.has(kind)).map(({ span }) => span),
    ),
    entities: another
      ? reading.entities.filter((one) => one.kind !== 'orderNumber' || one === another)
      : reading.entities,
    pointsElsewhere: isOrderWrong || isOther || ELSEWHERE.test(text),
  };
}

const NUMBERS: ReadonlySet<string> = new Set(['orderNumber', 'email', 'phone', 'postcode']);

const blankOut = (text: string, spans: readonly (readonly [number, number])[]): string =>
  spans.reduce((rest, [from, to]) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text);
