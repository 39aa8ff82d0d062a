import { alwaysNextWeek } from './always-next-week.js';
import { busySeason } from './busy-season.js';
import { closedWeeks } from './closed-weeks.js';
import { fromTheShelf } from './from-the-shelf.js';
import { growingBacklog } from './growing-backlog.js';
import { honestStages } from './honest-stages.js';
import { leakyYield } from './leaky-yield.js';
import { learningLine } from './learning-line.js';
import { onePress } from './one-press.js';
import { shipsAndPlanes } from './ships-and-planes.js';
import { silentBatches } from './silent-batches.js';
import type { DemoSupplierId, Habit } from './supplier.js';
import { twoBins } from './two-bins.js';

export interface DemoSupplier {
  readonly id: DemoSupplierId;
  readonly name: string;
  readonly zone: string;
  readonly habit: Habit;
  /** Days between two purchase orders. */
  readonly rhythm: number;
}

/** The demo shop's twelve suppliers, each with a habit of its own. */
export const SUPPLIERS: readonly DemoSupplier[] = [
  { id: 'harrow-pike', name: 'Harrow & Pike Supply', zone: 'America/Los_Angeles', habit: fromTheShelf, rhythm: 16 },
  { id: 'sunfield', name: 'Sunfield Electronics', zone: 'Asia/Shanghai', habit: growingBacklog, rhythm: 15 },
  { id: 'lumikko', name: 'Lumikko Oy', zone: 'Europe/Helsinki', habit: busySeason, rhythm: 19 },
  { id: 'bluewater', name: 'Bluewater Components', zone: 'Asia/Ho_Chi_Minh', habit: leakyYield, rhythm: 17 },
  { id: 'quietstone', name: 'Quietstone Lighting', zone: 'America/Chicago', habit: silentBatches, rhythm: 20 },
  { id: 'marlow', name: 'Marlow Optical', zone: 'Europe/Berlin', habit: honestStages, rhythm: 16 },
  { id: 'kestrel', name: 'Kestrel Imaging', zone: 'Asia/Taipei', habit: alwaysNextWeek, rhythm: 17 },
  { id: 'twin-rivers', name: 'Twin Rivers Audio', zone: 'America/New_York', habit: twoBins, rhythm: 16 },
  { id: 'foundry-lane', name: 'Foundry Lane Metalworks', zone: 'America/Denver', habit: onePress, rhythm: 15 },
  { id: 'ondina', name: 'Casa Ondina', zone: 'Europe/Rome', habit: closedWeeks, rhythm: 18 },
  { id: 'emberline', name: 'Emberline Storage', zone: 'Asia/Seoul', habit: learningLine, rhythm: 18 },
  { id: 'pacific-crest', name: 'Pacific Crest Trading', zone: 'Asia/Tokyo', habit: shipsAndPlanes, rhythm: 13 },
];
