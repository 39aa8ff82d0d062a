import { isAnyReorderOver } from '../../store/reorders.js';
import { ordersToCall } from '../../store/supplier-calls.js';
import { isSupplierLookDue, keepSupplierLook } from '../../store/supplier-chases.js';
import { expireReorders } from '../../tools/expire-reorders.js';
import { followUpSupplier } from '../../tools/follow-up-supplier.js';
import { listDueChases } from '../../tools/list-due-chases.js';
import { raiseSupplierCalls } from '../../tools/raise-supplier-calls.js';
import { defineJob } from '../define-job.js';

const FOLLOW_UPS = { kind: 'system', job: 'supplier-follow-ups' } as const;

/**
 * Asks suppliers what is due by the schedule of knowledge/policy/suppliers.yaml, every hour of business time, and puts
 * before the team who must be called.
 */
export default defineJob({
  queue: 'supplier-follow-ups',
  pace: 'background',
  async run(_data, { sql, door, rules, wakeSenders, log }) {
    if (await isAnyReorderOver(sql)) await door.call(expireReorders, {}, FOLLOW_UPS);
    if (!(await isSupplierLookDue(sql))) return;
    const due = await door.call(listDueChases, {}, FOLLOW_UPS);
    if (due.kind === 'denied') throw new Error('the follow-ups may not be listed');
    for (const { poNumber } of due.chases) await door.call(followUpSupplier, { poNumber }, FOLLOW_UPS);
    if ((await ordersToCall(sql, rules.suppliers.silence.questions)).length > 0)
      await door.call(raiseSupplierCalls, {}, FOLLOW_UPS);
    await keepSupplierLook(sql);
    if (due.chases.length === 0) return;
    log.info({ orders: due.chases.length }, 'suppliers were asked, or what to ask them was drafted');
    wakeSenders();
  },
});
