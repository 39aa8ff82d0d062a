import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PhoneRecord } from './record.js';

export type TextRecord = Extract<PhoneRecord, { kind: 'text' }>;
export interface ShownText extends Omit<TextRecord, 'kind' | 'phone'> {
  readonly state: string | null;
  /** The app did not take it. */
  readonly lost: boolean;
}

/** All that went over the telephone network, kept in a file of JSON lines: a restart loses nothing. */
export class Network {
  readonly #file: string;
  readonly #texts = new Map<string, TextRecord>();
  readonly #states = new Map<string, string>();
  readonly #lost = new Set<string>();
  readonly #out = new Set<string>();
  /** Counts what happened, so that a page knows whether it has seen it. */
  version = 0;

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    // a last line that a crash cut off never happened
    for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n'))
      if (line !== '') this.#apply(PhoneRecord.parse(JSON.parse(line)));
  }

  add(record: PhoneRecord): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(record)}\n`);
    this.#apply(record);
  }

  hasOptedOut = (phone: string): boolean => this.#out.has(phone);

  textsOf(phone: string): ShownText[] {
    return [...this.#texts.values()]
      .filter((text) => text.phone === phone)
      .map(({ kind: _kind, phone: _phone, ...text }) => ({
        ...text,
        state: this.#states.get(text.sid) ?? null,
        lost: this.#lost.has(text.sid),
      }));
  }

  #apply(record: PhoneRecord): void {
    this.version += 1;
    if (record.kind === 'text') this.#texts.set(record.sid, record);
    if (record.kind === 'state') this.#states.set(record.sid, record.state);
    if (record.kind === 'not_taken') this.#lost.add(record.sid);
    if (record.kind === 'opted') this.#out[record.out ? 'add' : 'delete'](record.phone);
  }
}

/** A message's id as Twilio makes them. */
export const makeSid = (letters: 'SM' | 'MM'): string => letters + randomBytes(16).toString('hex');
