import type { Sql } from '../store/connect.js';
import { claimOutbox, freeAbandoned, markSent, retryLater } from '../store/outbox.js';
import type { Channel, Delivery } from './channel.js';
import type { Log } from './log.js';
import { type Loop, startLoop } from './loop.js';

const BATCH = 100;
const LOOK_EVERY_MS = 500;

/** Delivers what turns wrote to the outbox, channel by channel, oldest first. Any process can; a row goes to one at a time. */
export function startSender({ sql, channels, log }: { sql: Sql; channels: readonly Channel[]; log: Log }): Loop {
  return startLoop({
    name: 'sender',
    log,
    lanes: 1,
    everyMs: LOOK_EVERY_MS,
    async step() {
      let sent = 0;
      for (const channel of channels) sent += await sendBatch(sql, channel);
      return sent > 0 ? 'busy' : 'idle';
    },
  });
}

async function sendBatch(sql: Sql, channel: Channel): Promise<number> {
  const rows = await claimOutbox(sql, channel.name, BATCH);
  if (rows.length === 0) {
    await freeAbandoned(sql, channel.name, channel.resendable);
    return 0;
  }
  const deliveries = await channel.deliver(rows);
  const sent = deliveries.filter(({ kind }) => kind === 'sent').map(({ id }) => id);
  if (sent.length > 0) await markSent(sql, sent);
  const failed = deliveries.filter(
    (delivery): delivery is Extract<Delivery, { kind: 'retry' }> => delivery.kind === 'retry',
  );
  for (const { id, afterSeconds, error } of failed) await retryLater(sql, [id], afterSeconds, error);
  return sent.length;
}
