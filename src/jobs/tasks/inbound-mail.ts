import { enqueue } from '../../store/jobs/enqueue.js';
import { applySupplierClaims } from '../../tools/apply-supplier-claims.js';
import { getUnclearAnswer } from '../../tools/get-unclear-answer.js';
import type { Principal } from '../../tools/principal.js';
import type { ProposedClaim } from '../../tools/propose-claims.js';
import { readSupplierAnswer } from '../../tools/read-supplier-answer.js';
import { sortInboundMail } from '../../tools/sort-inbound-mail.js';
import { takeCustomerMail } from '../../tools/take-customer-mail.js';
import { defineJob, type JobContext } from '../define-job.js';

const MAIL_READER: Principal = { kind: 'system', job: 'inbound-mail' };

/**
 * Finds out what a mail that came in is, and does what follows from it. Each step is kept under the mail's own key: begun
 * anew after a crash, what was done is not done again.
 */
export default defineJob({
  queue: 'inbound-mail',
  pace: 'prompt',
  async run({ mailId }, context) {
    const { door, log } = context;
    const sorted = await door.call(sortInboundMail, { mailId }, MAIL_READER, keyOf(mailId));
    if (sorted.kind !== 'sorted') return;
    log.info({ mail: mailId, kind: sorted.mailKind }, 'a mail came in');
    if (sorted.returned) log.warn({ mail: mailId, returned: sorted.returned }, 'a mail of ours came back');
    if (sorted.mailKind === 'supplier') await takeSupplierAnswer(mailId, context);
    if (sorted.mailKind === 'notice_answer' || sorted.mailKind === 'customer') {
      const taken = await door.call(takeCustomerMail, { mailId }, MAIL_READER, keyOf(mailId));
      log.info({ mail: mailId, outcome: taken.kind }, 'a customer’s mail was taken');
    }
  },
});

const keyOf = (mailId: number) => ({ key: `inbound-mail:${mailId}` });

/** What the supplier says, and what of it counts without a person, is two transactions: in between a person may decide. */
async function takeSupplierAnswer(mailId: number, context: JobContext): Promise<void> {
  const { sql, door, log } = context;
  const proposed = await proposedFor(mailId, context);
  const read = await door.call(readSupplierAnswer, { mailId, proposed }, MAIL_READER, keyOf(mailId));
  if (read.kind !== 'read' || !read.appliesItself) return;
  const { claimIds } = read;
  const applied = await door.call(applySupplierClaims, { claimIds }, MAIL_READER, keyOf(mailId));
  log.info({ mail: mailId, claims: claimIds.length, outcome: applied.kind }, 'a supplier’s answer was taken');
  if (applied.kind !== 'applied') await sql.begin((tx) => enqueue(tx, 'supplier-answer-card', { mailId }));
}

/** What the language model takes a mail to say that rules leave unclear. No transaction is open while it is asked. */
async function proposedFor(
  mailId: number,
  { door, log, proposeClaims }: JobContext,
): Promise<readonly ProposedClaim[]> {
  if (!proposeClaims) return [];
  const unclear = await door.call(getUnclearAnswer, { mailId }, MAIL_READER);
  if (unclear.kind !== 'unclear') return [];
  const answer = await proposeClaims(unclear);
  if (answer.kind === 'proposed') return answer.claims;
  log.warn({ mail: mailId, reason: answer.reason }, 'the model did not read a supplier’s mail');
  return [];
}
