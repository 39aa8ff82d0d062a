import { commonGrid, type DemandSeries, demandSeries, type GapMeaning } from '../../domain/demand/demand-series.js';
import { detectGrid, type PeriodGrid } from '../../domain/demand/period-grid.js';
import { readCsv } from './read-csv.js';

export interface DemandFile {
  /** In the order in which they first appear. */
  readonly names: readonly string[];
  readonly series: readonly DemandSeries[];
  readonly rows: number;
  readonly gaps: GapMeaning;
}

/** A column of numbers that grows, 8 bytes each. */
class NumberColumn {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(2 * this.#length);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}

/**
 * Reads demand series: columns `series,period,quantity` and, if there, `in_stock`; rows in any order. The spacing of
 * each series is read off its own dates, or taken from the other series where it has only one. A period without a row
 * means that nothing was sold where the file never says 0 (a sales log), else that nothing is known. An empty quantity is
 * unknown. Throws a FileError on an unreadable date or number and on a quantity below 0.
 */
export async function readDemandFile(file: string): Promise<DemandFile> {
  const indices = new Map<string, number>();
  const owner = new NumberColumn();
  const days = new NumberColumn();
  const quantities = new NumberColumn();
  const shortages = new NumberColumn();
  let saysZero = false;
  const rows = await readCsv(file, { required: ['series', 'period', 'quantity'], optional: ['in_stock'] }, (row) => {
    const name = row.name('series');
    const day = row.day('period');
    if (day === null) throw row.wrong('period', 'is empty; write a date as 2026-11-23');
    const quantity = row.number('quantity', 0);
    const inStock = row.flag('in_stock');
    let index = indices.get(name);
    if (index === undefined) {
      index = indices.size;
      indices.set(name, index);
    }
    owner.push(index);
    days.push(day);
    quantities.push(quantity ?? Number.NaN);
    shortages.push(inStock === false ? 1 : 0);
    if (quantity === 0 && inStock !== false) saysZero = true;
  });
  const gaps = saysZero ? 'unknown' : 'zero';
  const members = rowsBySeries(owner.values, indices.size);
  const grids = members.map((own) => detectGrid(distinctDays(own, days.values)));
  const usual: PeriodGrid = commonGrid(grids);
  const series = members.map((own, index) =>
    demandSeries(
      Array.from(own, (row) => {
        const quantity = quantities.values[row] as number;
        return {
          day: days.values[row] as number,
          quantity: Number.isNaN(quantity) ? null : quantity,
          inStock: shortages.values[row] === 0,
        };
      }),
      grids[index] ?? usual,
      gaps,
    ),
  );
  return { names: [...indices.keys()], series, rows, gaps };
}

function rowsBySeries(owner: Float64Array, count: number): Int32Array[] {
  const sizes = new Int32Array(count);
  for (const index of owner) sizes[index] = (sizes[index] as number) + 1;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (const [row, index] of owner.entries()) {
    const at = sizes[index] as number;
    (members[index] as Int32Array)[at] = row;
    sizes[index] = at + 1;
  }
  return members;
}

function distinctDays(rows: Int32Array, days: Float64Array): number[] {
  return [...new Set(Array.from(rows, (row) => days[row] as number))].sort((a, b) => a - b);
}
