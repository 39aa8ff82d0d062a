/** Prints the table of docs/eta.md: `npx tsx test/evaluation/backtest/print-worlds.ts [seed]`. */
import { WORLDS } from './receipt-worlds.js';
import { runWorld } from './run-world.js';

const seed = Number(process.argv[2] ?? 1);
const days = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));
const percent = (value: number | undefined): string => (value === undefined ? '–' : (100 * value).toFixed(1));

async function print(): Promise<void> {
  process.stdout.write(
    '| world | asked | P50: desk | promised | global | supplier | P90: desk | promised | global | supplier | ≤ P90 | P10–P90 | width |\n',
  );
  process.stdout.write(`|${'---|'.repeat(13)}\n`);
  for (const world of WORLDS) {
    const { desk, against } = await runWorld(world, seed);
    const all = [
      desk,
      against.promisedDate.yardstick,
      against.globalQuantiles.yardstick,
      against.supplierQuantiles.yardstick,
    ];
    const cells = [
      world.name,
      String(desk?.rows),
      ...all.map((one) => days(one?.pinballP50)),
      ...all.map((one) => days(one?.pinballP90)),
      percent(desk?.coverageP90),
      percent(desk?.coverageP10P90),
      desk?.width.toFixed(1) ?? '',
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

void print();
