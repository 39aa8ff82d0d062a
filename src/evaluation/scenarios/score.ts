import type { Fault, FaultKind } from './judge.js';

/** What came of all trials of one scenario. */
export interface ScenarioResult {
  readonly name: string;
  readonly about: string;
  readonly trials: readonly { readonly faults: readonly Fault[] }[];
}

export interface PassRate {
  readonly k: number;
  /** Mean over scenarios of C(successes, k) / C(trials, k). */
  readonly rate: number;
}

export interface Score {
  readonly scenarios: number;
  readonly trials: number;
  readonly passed: number;
  readonly passHat: readonly PassRate[];
  /** Of pass^1, at 95 % (Wilson 1927), each trial counted. */
  readonly interval: readonly [number, number];
  /** Trials with at least one such fault. */
  readonly faults: Readonly<Record<FaultKind, number>>;
}

/** Scores scenarios that were each tried equally often. Throws when nothing was tried. */
export function scoreOf(results: readonly ScenarioResult[]): Score {
  const each = results.map(({ trials }) => ({
    trials: trials.length,
    passes: trials.filter(({ faults }) => faults.length === 0).length,
  }));
  const most = Math.min(...each.map(({ trials }) => trials));
  if (results.length === 0 || most === 0) throw new Error('There is nothing to score');
  const trials = each.reduce((sum, one) => sum + one.trials, 0);
  const passed = each.reduce((sum, one) => sum + one.passes, 0);
  return {
    scenarios: results.length,
    trials,
    passed,
    passHat: Array.from({ length: most }, (_, at) => ({
      k: at + 1,
      rate: each.reduce((sum, one) => sum + passHat(one.passes, one.trials, at + 1), 0) / each.length,
    })),
    interval: wilson(passed, trials),
    faults: countFaults(results),
  };
}

/** The chance that k trials drawn from n with c passes all passed: C(c, k) / C(n, k). */
export function passHat(passes: number, trials: number, k: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < k; drawn++) chance *= Math.max(0, passes - drawn) / (trials - drawn);
  return chance;
}

const Z_95 = 1.959964;

/** Wilson's score interval for a share, at 95 %. */
export function wilson(passed: number, of: number): readonly [number, number] {
  const share = passed / of;
  const z2 = Z_95 ** 2;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z_95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

function countFaults(results: readonly ScenarioResult[]): Record<FaultKind, number> {
  const counts = {
    wrong_write: 0,
    missed_write: 0,
    ungrounded: 0,
    leak: 0,
    false_hand_off: 0,
    missed_hand_off: 0,
    other: 0,
  };
  for (const { faults } of results.flatMap(({ trials }) => trials))
    for (const kind of new Set(faults.map((fault) => fault.kind))) counts[kind] += 1;
  return counts;
}
