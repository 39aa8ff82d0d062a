import { z } from 'zod';
import { dateIn } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { NoticeFacts, noticesOf } from '../store/delay-notices.js';
import { findOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { noticeSegment } from './notice-segment.js';
import { noticeAddress, owedNotice } from './owed-notice.js';
import { STAFF } from './principal.js';
import { recapId } from './recap-id.js';
import { wordNotices } from './word-notices.js';

/** Why no notice can be sent for an order. */
export const NO_NOTICE = [
  /** Nothing of it is late, or the customer has had the notice that is owed. */
  z.object({ kind: z.literal('none_owed') }),
  z.object({ kind: z.literal('under_way') }),
  /** A person's task: by letter. */
  z.object({ kind: z.literal('no_address') }),
  z.object({ kind: z.literal('mail_not_connected') }),
  z.object({ kind: z.literal('not_found') }),
] as const;

/** The delay notice an order owes its customer, as it would be sent; changes nothing. SOP: first delay notice. */
export const previewDelayNotice = defineTool({
  name: 'preview_delay_notice',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Look at the delay notice an order owes its customer: dates, what silence means, the words. Changes nothing; send_delay_notice sends it by its noticeTerms.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ready'),
      /** Names exactly these facts, for send_delay_notice. */
      noticeTerms: z.string(),
      facts: NoticeFacts,
      subject: z.string(),
      text: z.string(),
    }),
    ...NO_NOTICE,
  ]),
  authorize: () => true,
  async run({ orderNumber }, context) {
    const { sql, policy, now, mail } = context;
    const order = await findOrder(sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const owed = await owedNotice(order, context);
    if (!owed) return { kind: 'none_owed' as const };
    if ((await noticesOf(sql, orderNumber)).some(({ state }) => state === 'waiting'))
      return { kind: 'under_way' as const };
    if (!mail.connected) return { kind: 'mail_not_connected' as const };
    if ((await noticeAddress(order, context)) === null) return { kind: 'no_address' as const };
    const { facts } = owed;
    const { tone } = await noticeSegment(order, context);
    // the customer's own links are made when it goes out: nobody else may press them
    const links = { keep: '(their link)', cancel: '(their link)' };
    const { subject, text } = wordNotices([{ facts, tone, offerPoints: null, links }], {
      todayOn: dateIn(order.shipToZone, now),
      shopName: policy.name,
      assistantName: policy.assistantName,
    });
    return { kind: 'ready' as const, noticeTerms: recapId(facts), facts, subject, text };
  },
});
