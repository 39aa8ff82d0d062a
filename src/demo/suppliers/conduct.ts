import type { DemoSupplierId } from './supplier.js';

/** How a supplier deals with the shop beside its deliveries: what it signed, how it answers, what it sends broken. */
export interface Conduct {
  /** Lead days, least share on time, least share filled, most days to acknowledge, most defective: null where open. */
  readonly terms: readonly [number | null, number | null, number | null, number | null, number | null] | null;
  /** Share of questions that it answers, and within how many days. */
  readonly answers: readonly [share: number, soonest: number, latest: number];
  /** Share of its units that turn out defective. */
  readonly defective: number;
  /** Units come in multiples of the first, and not fewer than the second. */
  readonly pack: readonly [size: number, least: number];
}

/** In keeping with each one's habit: the punctual answer, the silent do not, who loses units also sends bad ones. */
export const CONDUCT: Readonly<Record<DemoSupplierId, Conduct>> = {
  'harrow-pike': { terms: [12, 0.95, 0.98, 2, 0.01], answers: [0.98, 0, 1], defective: 0.003, pack: [1, 4] },
  sunfield: { terms: [30, 0.9, 0.95, 3, 0.02], answers: [0.8, 2, 6], defective: 0.012, pack: [5, 20] },
  lumikko: { terms: [28, 0.9, 0.98, 2, 0.01], answers: [0.95, 1, 3], defective: 0.004, pack: [2, 6] },
  bluewater: { terms: [25, 0.9, 0.97, 4, 0.01], answers: [0.75, 1, 5], defective: 0.034, pack: [5, 10] },
  quietstone: { terms: [null, null, 0.95, 5, null], answers: [0.2, 6, 15], defective: 0.01, pack: [1, 6] },
  marlow: { terms: [30, 0.85, 0.99, 2, 0.005], answers: [1, 0, 2], defective: 0.002, pack: [1, 4] },
  kestrel: { terms: [21, 0.9, 0.95, 2, 0.02], answers: [0.9, 0, 2], defective: 0.015, pack: [2, 10] },
  'twin-rivers': { terms: [14, 0.9, 0.98, 2, 0.01], answers: [0.9, 1, 3], defective: 0.008, pack: [1, 4] },
  'foundry-lane': { terms: [35, 0.8, 0.98, 3, 0.02], answers: [0.7, 2, 8], defective: 0.006, pack: [1, 5] },
  ondina: { terms: [28, 0.85, 0.95, 3, null], answers: [0.7, 2, 9], defective: 0.009, pack: [2, 6] },
  emberline: { terms: [24, 0.9, 0.98, 2, 0.01], answers: [0.85, 1, 4], defective: 0.007, pack: [5, 10] },
  'pacific-crest': { terms: null, answers: [0.85, 1, 4], defective: 0.011, pack: [1, 6] },
};
