import { listDueNotices } from '../tools/list-due-notices.js';
import { sendDueNotices } from '../tools/send-due-notices.js';
import type { JobContext } from './define-job.js';

/**
 * Sends each customer the delay notices that are due to them: of all orders that wait, or of those that some supplier's
 * promises touch. Repeating it sends nothing twice, since a notice that is under way or was given is not due.
 */
export async function sendNotices(
  job: string,
  { door, log, wakeSenders }: JobContext,
  promiseIds?: readonly number[],
): Promise<void> {
  const principal = { kind: 'system' as const, job };
  const due = await door.call(listDueNotices, { promiseIds }, principal);
  if (due.kind !== 'listed') return;
  for (const { customerId, orderNumbers } of due.customers)
    await door.call(sendDueNotices, { customerId, orderNumbers, promiseIds }, principal);
  if (due.customers.length === 0) return;
  log.info({ customers: due.customers.length }, 'delay notices were put in');
  wakeSenders();
}
