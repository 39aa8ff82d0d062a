import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Instant } from '../../domain/kernel/dates.js';
import { OrderNumber, Sku } from '../../domain/kernel/ids.js';
import { Outcome, ShopRequest } from './wire.js';

const Answered = z.object({
  entry: z.literal('answered'),
  at: Instant,
  key: z.string(),
  request: ShopRequest,
  outcome: Outcome,
});
/** Somebody at the shop handed the order to the carrier. */
const Left = z.object({ entry: z.literal('left'), at: Instant, orderNumber: OrderNumber });

/** Somebody at the shop sold the last unit. */
const SoldOut = z.object({ entry: z.literal('sold_out'), at: Instant, sku: Sku });

const Entry = z.discriminatedUnion('entry', [Answered, Left, SoldOut]);
export type Entry = z.infer<typeof Entry>;
export type AnsweredEntry = z.infer<typeof Answered>;

/** All that the stand-in shop has done, oldest first. It only grows, and outlives the process. */
export interface Ledger {
  /** Everything up to now, including what other processes wrote. Of two answers under one key the first counts. */
  read(): Promise<readonly Entry[]>;
  append(entry: Entry): Promise<void>;
}

/** A ledger of JSON lines in a file. A line that broke off in a crash is passed over. */
export async function openLedger(file: string): Promise<Ledger> {
  await mkdir(dirname(file), { recursive: true });
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let readUpTo = 0;

  function take(line: string): void {
    const entry = Entry.safeParse(parsed(line)).data;
    if (!entry) return;
    if (entry.entry === 'answered') {
      if (keys.has(entry.key)) return;
      keys.add(entry.key);
    }
    entries.push(entry);
  }

  return {
    async read() {
      const handle = await open(file, 'a+');
      try {
        const { size } = await handle.stat();
        const grown = Buffer.alloc(size - readUpTo);
        if (grown.length > 0) await handle.read(grown, 0, grown.length, readUpTo);
        // a line that another process is still writing is read next time
        const whole = grown.lastIndexOf(0x0a) + 1;
        for (const line of grown.subarray(0, whole).toString('utf8').split('\n')) if (line !== '') take(line);
        readUpTo += whole;
        return entries;
      } finally {
        await handle.close();
      }
    },
    async append(entry) {
      const handle = await open(file, 'a');
      try {
        // the leading newline closes what a crash may have left open
        await handle.appendFile(`\n${JSON.stringify(entry)}\n`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
