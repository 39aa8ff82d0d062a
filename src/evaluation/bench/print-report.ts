import type { Figure, Spread } from './figure.js';
import type { BenchReport } from './run-bench.js';

/** The report as a table for people. */
export function printReport({ on, node, machine, discardedRounds, missing, figures }: BenchReport): string {
  const rows = [
    ['figure', 'rounds', 'median (range)', 'yardstick', 'median', 'ratio (range)', 'goal'],
    ...figures.map(row),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const about = `${on}, Node ${node}, ${machine}; ${discardedRounds} rounds discarded because the machine changed its pace.`;
  const gaps = missing.map((name) => `Not measured: ${name}.`);
  return [about, '', ...lines, ...(gaps.length > 0 ? ['', ...gaps] : [])].join('\n');
}

function row({ name, unit, rounds, value, yardstick, goal }: Figure): string[] {
  return [
    name,
    `${rounds}`,
    `${inWords(value)} ${unit}`,
    yardstick?.name ?? '',
    yardstick ? number(yardstick.value.median) : '',
    yardstick ? inWords(yardstick.ratio) : '',
    goal ? `${goal.text} ${goal.met ? 'met' : 'MISSED'}` : '',
  ];
}

function inWords({ median, lowest, highest }: Spread): string {
  return lowest === highest ? number(median) : `${number(median)} (${number(lowest)}–${number(highest)})`;
}

/** Three significant digits; whole numbers from 100 on. */
function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}
