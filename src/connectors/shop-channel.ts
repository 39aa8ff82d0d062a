import { z } from 'zod';
import { type Channel, type Delivery, doublingPause } from '../conversation/channel.js';
import type { Log } from '../conversation/log.js';
import type { Sql } from '../store/connect.js';
import type { Claimed } from '../store/outbox.js';
import { findShopRequest } from '../store/shop-requests.js';
import type { Door } from '../tools/door.js';
import { answerArrived } from './answer-arrived.js';
import type { ShopConnector } from './shop-connector.js';

const Payload = z.object({ requestId: z.uuid() });

/** Few enough that all of them are answered, or given up for now, before a claimed row is free again. */
const AT_ONCE = 4;

/** The first pause after a failed try; it doubles up to the longest, and never ends: an open request stays visible. */
const LONGEST_PAUSE_SECONDS = 300;

/**
 * The way out to the shop's own system: each outbox row of the channel `shop` names one request. Asking twice does no
 * harm, because the shop knows the key. The answer goes through the door, so that it leaves its trace like any act.
 */
export function createShopChannel({
  sql,
  door,
  shop,
  log,
  onAnswered,
}: {
  sql: Sql;
  door: Door;
  shop: ShopConnector;
  log: Log;
  /** Called when an answer may have left a message for a conversation. */
  onAnswered(): void;
}): Channel {
  async function deliver({ id, payload, attempts }: Claimed): Promise<Delivery> {
    const { requestId } = Payload.parse(payload);
    const request = await findShopRequest(sql, requestId);
    if (!request) throw new Error(`Outbox row ${id} names a request that is not there`);
    if (request.state !== 'requested') return { kind: 'sent', id };
    const answer = await shop.carryOut({ ...request, key: request.id });
    if (answer.kind === 'unavailable') {
      log.warn({ request: requestId, attempts, err: answer.error }, 'the shop did not answer; asking again later');
      const longest = LONGEST_PAUSE_SECONDS;
      const afterSeconds = Math.min(answer.afterSeconds ?? doublingPause(attempts, { longest }), longest);
      return { kind: 'retry', id, afterSeconds, error: answer.error };
    }
    await answerArrived(door, requestId, answer);
    onAnswered();
    return { kind: 'sent', id };
  }

  return {
    name: 'shop',
    resendable: true,
    atOnce: AT_ONCE,
    deliver: (rows) =>
      Promise.all(
        rows.map((row) =>
          deliver(row).catch((err: unknown): Delivery => {
            log.error({ err, outbox: row.id }, 'an answer of the shop could not be recorded');
            return { kind: 'retry', id: row.id, afterSeconds: LONGEST_PAUSE_SECONDS / 10, error: String(err) };
          }),
        ),
      ),
  };
}
