import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { SlackError } from '../slack-error.js';

/** The tab in which somebody acts. A modal opens where it was asked for. */
export interface Seat {
  readonly user: string;
  readonly client: string;
  /** The modal on top when the person acted, if it was in one. */
  readonly viewId?: string | undefined;
}

export interface Triggers {
  /** An id that lets an app show this person one modal, soon. */
  make(seat: Seat): string;
  /** Whose it is, without using it up. Throws in Slack's words when it is unknown, used or too old. */
  check(id: string): Seat;
  use(id: string): void;
}

const LIVES_MS = 3_000;
/** Old ones are kept a while, so that a late caller hears `expired` and not `invalid`. */
const REMEMBERED = 1_000;

export function createTriggers(clock: Clock): Triggers {
  const made = new Map<string, { seat: Seat; until: number; isUsed: boolean }>();
  return {
    make(seat) {
      const id = `${clock.now()}.${randomBytes(5).readUIntBE(0, 5)}.${randomBytes(16).toString('hex')}`;
      made.set(id, { seat, until: clock.now() + LIVES_MS, isUsed: false });
      for (const old of [...made.keys()].slice(0, -REMEMBERED)) made.delete(old);
      return id;
    },
    check(id) {
      const found = made.get(id);
      if (!found) throw new SlackError('invalid_trigger_id');
      if (found.isUsed) throw new SlackError('exchanged_trigger_id');
      if (clock.now() > found.until) throw new SlackError('expired_trigger_id');
      return found.seat;
    },
    use(id) {
      const found = made.get(id);
      if (found) found.isUsed = true;
    },
  };
}
