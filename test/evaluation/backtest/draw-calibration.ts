/**
 * Draws docs/images/eta-calibration.svg from the output of `backtest eta`, for the demo shop and for every world:
 * `npx tsx test/evaluation/backtest/draw-calibration.ts docs/images/eta-calibration.svg`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backtestEta } from '../../../src/evaluation/backtest/eta-backtest.js';
import { demoReceipts } from './demo-receipts.js';
import { WORLDS } from './receipt-worlds.js';
import { inFolder } from './run-world.js';
import { csvOf } from './world.js';

/** The shares of deliveries that came before P10, by P50 (half of those on the day itself) and by P90. */
interface Shares {
  readonly early: number;
  readonly likely: number;
  readonly cautious: number;
}

const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

const sharesOf = (csv: string): Promise<Shares> =>
  inFolder(async (folder) => {
    const [receipts, out] = [join(folder, 'receipts.csv'), join(folder, 'out.csv')];
    writeFileSync(receipts, csv);
    await backtestEta({ receipts, out });
    const came = new Map(rowsOf(receipts).map((fields) => [fields[0], fields[7] ?? '']));
    const told = rowsOf(out).filter(([id]) => came.get(id) !== '');
    // coverage is judged from P10 to P90 with both days; half of what comes on P50 itself counts as before it
    const share = (column: number, onTheDay: number): number =>
      told.reduce((sum, fields) => {
        const day = came.get(fields[0]) ?? '';
        const date = fields[column] ?? '';
        return sum + (day < date ? 1 : day === date ? onTheDay : 0);
      }, 0) / told.length;
    return { early: share(1, 0), likely: share(2, 0.5), cautious: share(3, 1) };
  });

const SIZE = 360;
const LEFT = 56;
const TOP = 28;
const x = (level: number): string => (LEFT + level * SIZE).toFixed(1);
const y = (share: number): string => (TOP + (1 - share) * SIZE).toFixed(1);

function draw(demo: Shares, worlds: readonly Shares[]): string {
  const levels = [
    [0.1, 'early'],
    [0.5, 'likely'],
    [0.9, 'cautious'],
  ] as const;
  const grid = [0, 0.1, 0.5, 0.9, 1].flatMap((level) => [
    `<line x1="${x(level)}" y1="${y(0)}" x2="${x(level)}" y2="${y(1)}" class="grid"/>`,
    `<line x1="${x(0)}" y1="${y(level)}" x2="${x(1)}" y2="${y(level)}" class="grid"/>`,
    `<text x="${x(level)}" y="${TOP + SIZE + 18}" text-anchor="middle">${100 * level} %</text>`,
    `<text x="${LEFT - 8}" y="${Number(y(level)) + 4}" text-anchor="end">${100 * level} %</text>`,
  ]);
  const dots = worlds.flatMap((shares, world) =>
    levels.map(([level, name]) => {
      const aside = level + 0.05 * (world / (worlds.length - 1) - 0.5);
      return `<circle cx="${x(aside)}" cy="${y(shares[name])}" r="3" class="world"/>`;
    }),
  );
  const own = levels.map(([level, name]) => `<circle cx="${x(level)}" cy="${y(demo[name])}" r="6" class="demo"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + SIZE + 24} ${TOP + SIZE + 84}" role="img" aria-labelledby="title">`,
    '<title id="title">Share of deliveries that came by the told date, against the chance that was told: close to the diagonal in all worlds</title>',
    '<style>text{font:12px system-ui,sans-serif;fill:#57606a}.grid{stroke:#8c959f;stroke-opacity:.3}.even{stroke:#8c959f;stroke-dasharray:4 4}.world{fill:#6e7781;fill-opacity:.45}.demo{fill:#0969da;stroke:#fff;stroke-width:1.5}</style>',
    ...grid,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" class="even"/>`,
    ...dots,
    ...own,
    `<text x="${x(0.5)}" y="${TOP + SIZE + 40}" text-anchor="middle">told: P10, P50, P90</text>`,
    `<text x="${x(0)}" y="${TOP - 10}">came by then</text>`,
    `<circle cx="${x(0.12)}" cy="${TOP + SIZE + 62}" r="6" class="demo"/><text x="${x(0.15)}" y="${TOP + SIZE + 66}">the demo shop</text>`,
    `<circle cx="${x(0.52)}" cy="${TOP + SIZE + 62}" r="3" class="world"/><text x="${x(0.54)}" y="${TOP + SIZE + 66}">a world of the test each</text>`,
    '</svg>',
    '',
  ].join('\n');
}

async function main(file: string): Promise<void> {
  const worlds: Shares[] = [];
  for (const world of WORLDS) worlds.push(await sharesOf(csvOf(world, 1)));
  writeFileSync(file, draw(await sharesOf(demoReceipts(1)), worlds));
}

const [, , file] = process.argv;
if (file) void main(file);
