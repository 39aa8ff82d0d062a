import { DecayedRecord, type Memory } from './decayed-record.js';
import type { Day } from './delivery.js';

/** A value and a day as one number, which takes a third of the memory: values lie well within ±2²³ days. */
const SPAN = 2 ** 24;
const pack = (value: number, on: Day): number => on * SPAN + value;

/**
 * Records by key, of which most will only ever hold one receipt (a million SKUs ordered once): the first is put by, and
 * becomes a record when a second comes or somebody asks.
 */
export class KeptRecords {
  readonly #records = new Map<number, DecayedRecord>();
  readonly #singles = new Map<number, number>();
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  add(key: number, value: number, on: Day): void {
    const record = this.#records.get(key) ?? (this.#singles.has(key) ? this.#open(key) : undefined);
    if (record) record.add(value, on);
    else this.#singles.set(key, pack(value, on));
  }

  get(key: number): DecayedRecord | undefined {
    return this.#records.get(key) ?? (this.#singles.has(key) ? this.#open(key) : undefined);
  }

  #open(key: number): DecayedRecord {
    const record = new DecayedRecord(this.#memory);
    const single = this.#singles.get(key);
    if (single !== undefined) {
      const on = Math.round(single / SPAN);
      record.add(single - on * SPAN, on);
    }
    this.#singles.delete(key);
    this.#records.set(key, record);
    return record;
  }
}
