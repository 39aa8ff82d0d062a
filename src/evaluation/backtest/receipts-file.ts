import type { Day, Receipt } from '../../domain/eta/delivery.js';
import { type CsvRow, readCsv } from './read-csv.js';

const COLUMNS = [
  'id',
  'supplier',
  'sku',
  'segment',
  'ordered_on',
  'promised_on',
  'as_of',
  'received_on',
  'known_on',
  'quantity',
] as const;

/** A cell of a column of days that is empty. */
const NONE = -(2 ** 31);

/** Deliveries as columns: a million of them take about 100 MB. */
export interface ReceiptTable {
  readonly ids: readonly string[];
  /** When somebody asks about it, or null where nobody does. */
  asOf(row: number): Day | null;
  /** When it became known to have come; null where it has not. */
  knownOn(row: number): Day | null;
  /** All of it, also what lies in the future. Its `receivedOn` means nothing where `knownOn` is null. */
  delivery(row: number): Receipt;
}

type ReceiptRow = CsvRow<(typeof COLUMNS)[number]>;

/** A column of days that grows, 4 bytes each. */
class DayColumn {
  #days = new Int32Array(1_024);
  #length = 0;

  push(day: Day | null): void {
    if (this.#length === this.#days.length) {
      const wider = new Int32Array(2 * this.#length);
      wider.set(this.#days);
      this.#days = wider;
    }
    this.#days[this.#length] = day ?? NONE;
    this.#length += 1;
  }

  at(row: number): Day | null {
    const day = this.#days[row] ?? NONE;
    return day === NONE ? null : day;
  }
}

/** A column of names, each kept once however often it stands there. */
class NameColumn {
  readonly #names: string[] = [];
  readonly #codes = new Map<string, number>();
  readonly #column = new DayColumn();

  push(name: string): void {
    if (name === '') {
      this.#column.push(null);
      return;
    }
    let code = this.#codes.get(name);
    if (code === undefined) {
      code = this.#names.length;
      this.#codes.set(name, code);
      this.#names.push(name);
    }
    this.#column.push(code);
  }

  at(row: number): string | null {
    const code = this.#column.at(row);
    return code === null ? null : (this.#names[code] ?? null);
  }
}

/**
 * Reads receipts for `backtest eta`. All columns must be there; `id` must be filled and unique. A delivery that came
 * counts as known from `known_on`, from `received_on` where that is empty or earlier. Throws a FileError that names line
 * and column on anything it cannot read, on negative quantities and on ids that appear twice.
 */
export async function readReceiptsFile(file: string): Promise<ReceiptTable> {
  const ids: string[] = [];
  const seen = new Set<string>();
  const names = { supplier: new NameColumn(), sku: new NameColumn(), segment: new NameColumn() };
  const days = {
    orderedOn: new DayColumn(),
    promisedOn: new DayColumn(),
    asOf: new DayColumn(),
    receivedOn: new DayColumn(),
    knownOn: new DayColumn(),
  };
  const take = (row: ReceiptRow): void => {
    const id = row.name('id');
    if (seen.has(id)) throw row.wrong('id', `"${id}" stands on an earlier line too; each row needs its own`);
    seen.add(id);
    ids.push(id);
    names.supplier.push(row.text('supplier'));
    names.sku.push(row.text('sku'));
    names.segment.push(row.text('segment'));
    days.orderedOn.push(row.day('ordered_on'));
    days.promisedOn.push(row.day('promised_on'));
    days.asOf.push(row.day('as_of'));
    const receivedOn = row.day('received_on');
    const knownOn = row.day('known_on');
    days.receivedOn.push(receivedOn);
    days.knownOn.push(receivedOn === null ? null : Math.max(receivedOn, knownOn ?? receivedOn));
    row.number('quantity', 0);
  };
  await readCsv(file, { required: COLUMNS }, take);
  return {
    ids,
    asOf: (row) => days.asOf.at(row),
    knownOn: (row) => days.knownOn.at(row),
    delivery: (row) => ({
      supplier: names.supplier.at(row),
      sku: names.sku.at(row),
      segment: names.segment.at(row),
      orderedOn: days.orderedOn.at(row),
      promisedOn: days.promisedOn.at(row),
      revisedOn: null,
      receivedOn: days.receivedOn.at(row) ?? 0,
      knownOn: days.knownOn.at(row) ?? 0,
      revisions: [],
    }),
  };
}
