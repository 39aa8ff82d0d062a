import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { isGivenUp } from '../domain/orders/line-state.js';
import { CancellationFacts, type DelayMailRecord, ReminderFacts, settleDelayMail } from '../store/delay-mails.js';
import { findNotice, messageIdsOf } from '../store/delay-notices.js';
import { linesOf, type OrderRecord } from '../store/orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { holdDelayMail } from './hold-notices.js';
import { openAnswers } from './notice-answers.js';
import { inTransaction } from './transaction.js';

const send = { recipient: z.string(), todayOn: LocalDate, earlierMessageIds: z.array(z.string()) };

/** Looks at a reminder, or at word of a cancellation, once more as it is about to go out. */
export const checkDelayMail = defineTool({
  name: 'check_delay_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Check, at the moment of sending, that a mail about a delay notice still tells what is so.',
  input: z.object({ mailId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reminder'), facts: ReminderFacts, ...send }),
    z.object({ kind: z.literal('cancellation'), facts: CancellationFacts, ...send }),
    /** Answered, shipped or otherwise settled meanwhile. */
    z.object({ kind: z.literal('dropped') }),
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ mailId }, context) {
    const tx = inTransaction(context);
    const held = await holdDelayMail(mailId, context);
    if (held?.mail.state !== 'waiting') return { kind: 'over' as const };
    const { mail, order } = held;
    const scene = {
      recipient: mail.recipient,
      todayOn: dateIn(order.shipToZone, context.now),
      earlierMessageIds: await messageIdsOf(tx, [order.number]),
    };
    const told = await stillSo(mail, order, context);
    if (told) return { ...told, ...scene };
    await settleDelayMail(tx, mailId, { state: 'dropped' }, context.now);
    return { kind: 'dropped' as const };
  },
});

async function stillSo(mail: DelayMailRecord, order: OrderRecord, context: ToolContext) {
  if (mail.kind === 'cancellation') {
    const lines = await linesOf(context.sql, [order.number]);
    const gone = mail.facts.items.every(({ orderLineId }) =>
      lines.some(({ id, state }) => id === orderLineId && isGivenUp(state)),
    );
    return gone ? { kind: mail.kind, facts: mail.facts } : null;
  }
  const notice = await findNotice(context.sql, mail.facts.noticeId);
  if (!notice || notice.answer !== null) return null;
  const { keeping } = await openAnswers(notice, order, context);
  const lines = mail.facts.lines.filter(({ orderLineId }) => keeping.some((one) => one.orderLineId === orderLineId));
  return lines.length > 0 ? { kind: mail.kind, facts: { ...mail.facts, lines } } : null;
}
