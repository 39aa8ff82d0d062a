import type { Sql } from '../store/connect.js';
import { claimOutbox, freeAbandoned, markDead, markSent, retryLater } from '../store/outbox.js';
import type { Channel, Delivery } from './channel.js';
import type { Log } from './log.js';
import { type Loop, startLoop } from './loop.js';

const LOOK_EVERY_MS = 500;

/** Delivers what was written to the outbox for one channel, oldest first. Any process can; a row goes to one at a time. */
export function startSender({ sql, channel, log }: { sql: Sql; channel: Channel; log: Log }): Loop {
  return startLoop({
    name: `sender to ${channel.name}`,
    log,
    lanes: 1,
    everyMs: LOOK_EVERY_MS,
    async step() {
      const rows = await claimOutbox(sql, channel.name, channel.atOnce);
      if (rows.length > 0) return settle(sql, await channel.deliver(rows), log);
      await freeAbandoned(sql, channel.name, channel.resendable);
      return channel.lookUp ? lookUp(sql, channel, channel.lookUp, log) : 'idle';
    },
  });
}

async function lookUp(
  sql: Sql,
  channel: Channel,
  ask: NonNullable<Channel['lookUp']>,
  log: Log,
): Promise<'busy' | 'idle'> {
  const rows = await claimOutbox(sql, channel.name, channel.atOnce, 'unknown');
  return rows.length > 0 ? settle(sql, await ask(rows), log) : 'idle';
}

/** Records what became of each row. `idle` when none of them moved on. */
async function settle(sql: Sql, deliveries: readonly Delivery[], log: Log): Promise<'busy' | 'idle'> {
  const sent = deliveries.filter(({ kind }) => kind === 'sent').map(({ id }) => id);
  if (sent.length > 0) await markSent(sql, sent);
  let isMoving = sent.length > 0;
  for (const delivery of deliveries) {
    if (delivery.kind === 'retry') await retryLater(sql, [delivery.id], delivery);
    if (delivery.kind === 'unknown') await retryLater(sql, [delivery.id], { ...delivery, as: 'unknown' });
    if (delivery.kind === 'withheld') {
      log.info({ outbox: delivery.id, why: delivery.why }, 'a message is held back');
      await markDead(sql, delivery.id, delivery.why);
      isMoving = true;
    }
    if (delivery.kind === 'dead') {
      log.error({ outbox: delivery.id, error: delivery.error }, 'a message can not be delivered');
      await markDead(sql, delivery.id, delivery.error);
      isMoving = true;
    }
  }
  return isMoving ? 'busy' : 'idle';
}
