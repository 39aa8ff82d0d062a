import { ArrivalLearner, type SealedLesson } from '../../domain/eta/arrival-learner.js';
import type { Day, Receipt } from '../../domain/eta/delivery.js';
import { rehearsalDay, toss } from '../../domain/eta/rehearse.js';
import type { ToldDates } from './eta-scores.js';
import type { ReceiptTable } from './receipts-file.js';
import { DateTeller } from './tell-dates.js';

/** Called for each row with an `as_of`, with what was told on that day. */
export type OnTold = (row: number, asOf: Day, told: ToldDates) => void;
/** Called for each delivery on the day it becomes known. */
export type OnKnown = (receipt: Receipt) => void;

/** Room for the row's number in a sorting key: days come first, asking before learning on the same day, then rows. */
const ROWS = 2 ** 24;

/** What the learner may be told once the row is known, which question it answers, and whether anybody asked it. */
interface Asked {
  readonly lesson: SealedLesson;
  readonly asOf: Day;
  readonly isAsked: boolean;
}

/**
 * Goes through receipts in the order of days and asks, for each row with an `as_of`, when it comes. On a day, all is
 * asked before anything is learned: what becomes known on the day itself is not known yet. Rows that nobody asks about
 * are asked about for practice on a day of their own. O(n log n) for n rows.
 */
export function walkReceipts(table: ReceiptTable, onTold: OnTold, onKnown: OnKnown): void {
  const learner = new ArrivalLearner();
  const teller = new DateTeller();
  const open = new Map<number, Asked>();
  for (const key of eventKeys(table)) {
    const row = ((key % ROWS) + ROWS) % ROWS;
    const event = (key - row) / ROWS;
    const day = Math.floor(event / 2);
    const receipt = table.delivery(row);
    const knownOn = table.knownOn(row);
    if (event === 2 * day) {
      const isAsked = table.asOf(row) !== null;
      const { chances, last } = learner.forecast(receipt, day);
      const { early, likely, cautious } = teller.tell(chances, last, isAsked);
      if (isAsked) onTold(row, day, { p10: day + early, p50: day + likely, p90: day + cautious });
      const lesson = knownOn === null ? undefined : learner.seal(receipt.receivedOn - day, toss(row, 3));
      if (lesson) open.set(row, { lesson, asOf: day, isAsked });
    } else {
      const asked = open.get(row);
      open.delete(row);
      learner.learn(receipt, asked && { ...asked, waited: receipt.receivedOn - asked.asOf });
      onKnown(receipt);
    }
  }
}

function eventKeys(table: ReceiptTable): Float64Array {
  const keys = new Float64Array(2 * table.ids.length);
  let count = 0;
  for (let row = 0; row < table.ids.length; row += 1) {
    const knownOn = table.knownOn(row);
    const asOf = table.asOf(row) ?? (knownOn === null ? null : rehearsalDay(table.delivery(row), row));
    if (asOf !== null) keys[count++] = 2 * asOf * ROWS + row;
    if (knownOn !== null) keys[count++] = (2 * knownOn + 1) * ROWS + row;
  }
  return keys.subarray(0, count).sort();
}
