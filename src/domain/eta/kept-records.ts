import { DecayedRecord, type Memory } from './decayed-record.js';
import type { Day } from './delivery.js';

interface Single {
  readonly value: number;
  readonly on: Day;
}

/**
 * Records by key, of which most will only ever hold one receipt (a million SKUs ordered once): the first is put by, and
 * becomes a record when a second comes or somebody asks.
 */
export class KeptRecords {
  readonly #records = new Map<number, DecayedRecord>();
  readonly #singles = new Map<number, Single>();
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  add(key: number, value: number, on: Day): void {
    const record = this.#records.get(key) ?? (this.#singles.has(key) ? this.#open(key) : undefined);
    if (record) record.add(value, on);
    else this.#singles.set(key, { value, on });
  }

  get(key: number): DecayedRecord | undefined {
    return this.#records.get(key) ?? (this.#singles.has(key) ? this.#open(key) : undefined);
  }

  #open(key: number): DecayedRecord {
    const record = new DecayedRecord(this.#memory);
    const single = this.#singles.get(key);
    if (single) record.add(single.value, single.on);
    this.#singles.delete(key);
    this.#records.set(key, record);
    return record;
  }
}
