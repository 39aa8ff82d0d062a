import { dateIn } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import { isLookDue, keepLook } from '../../store/looks.js';
import { isOutage } from '../../store/outage.js';
import { isAnyReorderOver } from '../../store/reorders.js';
import { ordersToCall } from '../../store/supplier-calls.js';
import { wasTold } from '../../store/supplier-mails.js';
import { expireReorders } from '../../tools/expire-reorders.js';
import { followUpSupplier } from '../../tools/follow-up-supplier.js';
import { listDueChases } from '../../tools/list-due-chases.js';
import { raiseSupplierCalls } from '../../tools/raise-supplier-calls.js';
import { forecastOccasion, shareForecast, weekOf } from '../../tools/share-forecast.js';
import { defineJob, type JobContext } from '../define-job.js';

const FOLLOW_UPS = { kind: 'system', job: 'supplier-follow-ups' } as const;
const LOOK_EVERY_HOURS = 1;

/**
 * Asks suppliers what is due by the schedule of knowledge/policy/suppliers.yaml, every hour of business time, and puts
 * before the team who must be called. Once a week those who want it get our forecast.
 */
export default defineJob({
  queue: 'supplier-follow-ups',
  pace: 'background',
  async run(_data, context) {
    const { sql, door, rules, wakeSenders, log } = context;
    if (await isAnyReorderOver(sql)) await door.call(expireReorders, {}, FOLLOW_UPS);
    if (!(await isLookDue(sql, 'supplier_looks', LOOK_EVERY_HOURS))) return;
    const due = await door.call(listDueChases, {}, FOLLOW_UPS);
    if (due.kind === 'denied') throw new Error('the follow-ups may not be listed');
    // one order that cannot be asked about keeps no other from it
    for (const { poNumber } of due.chases)
      await door.call(followUpSupplier, { poNumber }, FOLLOW_UPS).catch((err: unknown) => {
        if (isOutage(err)) throw err;
        log.error({ err, order: poNumber }, 'a supplier could not be asked about an order');
      });
    if ((await ordersToCall(sql, rules.suppliers.silence.questions)).length > 0)
      await door.call(raiseSupplierCalls, {}, FOLLOW_UPS);
    await shareForecasts(context);
    await keepLook(sql, 'supplier_looks');
    if (due.chases.length === 0) return;
    log.info({ orders: due.chases.length }, 'suppliers were asked, or what to ask them was drafted');
    wakeSenders();
  },
});

/** Shares the week's forecast with the suppliers whom the policy names, each once. */
async function shareForecasts({ sql, door, policy, rules }: JobContext): Promise<void> {
  const week = weekOf(dateIn(policy.zone, await businessNow(sql)), { rules });
  for (const supplierId of rules.suppliers.forecastShare.suppliers)
    if (!(await wasTold(sql, supplierId, forecastOccasion(week))))
      await door.call(shareForecast, { supplierId }, FOLLOW_UPS);
}
