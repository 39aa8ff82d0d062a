import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Instant, instant } from '../../domain/kernel/dates.js';
import type { OrderNumber, Sku } from '../../domain/kernel/ids.js';
import { judgeRequest } from './judge-request.js';
import type { AnsweredEntry, Entry, Ledger } from './ledger.js';
import type { Outcome, ShopRequest } from './wire.js';

/** A shop's own system, played: it does what it is asked once for each key, and remembers. */
export interface StandInShop {
  carryOut(key: string, request: ShopRequest): Promise<Outcome | 'key_used_for_another'>;
  /** What became of a key; null when it never came. */
  lookUp(key: string): Promise<Outcome | null>;
  /** The carrier takes the order: from now on it cannot be cancelled or changed. */
  handOver(orderNumber: OrderNumber): Promise<void>;
  /** The last unit is sold: nothing can be swapped for it any more. */
  sellOut(sku: Sku): Promise<void>;
  entries(): Promise<readonly Entry[]>;
}

const PREFIX: Readonly<Record<ShopRequest['kind'], string>> = {
  cancel_lines: 'CX',
  refund: 'CM',
  create_code: 'CD',
  upgrade_shipping: 'UP',
  split_shipment: 'SP',
  hold: 'HD',
  release: 'RL',
  change_address: 'AD',
  swap_line: 'SW',
};

export function createStandInShop(ledger: Ledger): StandInShop {
  let turn: Promise<unknown> = Promise.resolve();
  /** One thing after the other, so that each judges what the one before did. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  }

  const answered = async (key: string): Promise<AnsweredEntry | undefined> =>
    (await ledger.read()).find((entry): entry is AnsweredEntry => entry.entry === 'answered' && entry.key === key);

  return {
    carryOut: (key, request) =>
      inTurn(async () => {
        const before = await answered(key);
        if (before) return isDeepStrictEqual(before.request, request) ? before.outcome : 'key_used_for_another';
        const reason = judgeRequest(request, await ledger.read());
        const outcome: Outcome = reason
          ? { outcome: 'refused', reason }
          : { outcome: 'confirmed', receipt: newReceipt(request.kind) };
        await ledger.append({ entry: 'answered', at: now(), key, request, outcome });
        // another process may have written the same key first: what stands first in the file counts
        return (await answered(key))?.outcome ?? outcome;
      }),
    lookUp: async (key) => (await answered(key))?.outcome ?? null,
    handOver: (orderNumber) => inTurn(() => ledger.append({ entry: 'left', at: now(), orderNumber })),
    sellOut: (sku) => inTurn(() => ledger.append({ entry: 'sold_out', at: now(), sku })),
    entries: () => ledger.read(),
  };
}

const newReceipt = (kind: ShopRequest['kind']): string =>
  `${PREFIX[kind]}-${randomBytes(4).toString('hex').toUpperCase()}`;

const now = (): Instant => instant(new Date().toISOString());
