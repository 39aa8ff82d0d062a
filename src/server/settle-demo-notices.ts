import { addToInstant } from '../domain/kernel/dates.js';
import type { DeskRules } from '../knowledge/desk-rules.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import { businessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';
import { addDelayRecord } from '../store/delay-records.js';
import { findOrders } from '../store/orders.js';
import type { ToolContext } from '../tools/define-tool.js';
import { listDelayWork } from '../tools/list-delay-work.js';
import { owedNotice } from '../tools/owed-notice.js';

export interface ShopKnowledge {
  readonly policy: ShopPolicy;
  readonly rules: DeskRules;
}

/** So long before the demo begins its customers were told, and said yes. */
const TOLD_MINUTES_AGO = -60;
const ANSWERED_MINUTES_AGO = -30;

/**
 * Writes into a fresh demo shop that its customers have been told already what the desk would tell all of them in its first
 * minutes, and that those who had to answer wait. So the books are those of a desk that has long been at work, and
 * whoever watches sees what happens, not what had piled up.
 */
export async function settleDemoNotices(sql: Sql, { policy, rules }: ShopKnowledge): Promise<void> {
  const now = await businessNow(sql);
  const context: ToolContext = {
    ...{ sql, now, policy, rules },
    principal: { kind: 'system', job: 'demo' },
    shop: { connected: false },
    mail: { connected: true },
    texts: { from: null },
  };
  const { notices } = await listDelayWork.run({}, context);
  const orders = await findOrders(
    sql,
    notices.flatMap(({ orderNumbers }) => orderNumbers),
  );
  await sql.begin(async (tx) => {
    for (const order of orders) {
      const owed = await owedNotice(order, { ...context, sql: tx });
      for (const { orderLineId, revisedShipBy, silenceMeansConsent } of owed?.facts.lines ?? []) {
        const noticeId = `told-${orderLineId}`;
        const about = { orderLineId, noticeId, source: 'demo' };
        await addDelayRecord(tx, {
          ...about,
          kind: 'notice_sent',
          textRef: noticeId,
          revisedShipBy,
          reason: 'sold out; the delivery comes later than announced',
          offersCancel: true,
          answerIsFree: true,
          deliveries: [{ channel: 'email', result: 'delivered' }],
          at: addToInstant(now, { minutes: TOLD_MINUTES_AGO }),
        });
        if (silenceMeansConsent) continue;
        const at = addToInstant(now, { minutes: ANSWERED_MINUTES_AGO });
        await addDelayRecord(tx, { ...about, kind: 'answer', choice: 'consent', channel: 'email', at });
      }
    }
  });
}
