import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, PurchaseOrderLineId, PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { MAIL_KINDS, mailsAbout } from '../store/inbound-mails.js';
import { findPurchaseOrder } from '../store/purchase-orders.js';
import { claimsAbout } from '../store/supplier-claims.js';
import { supplierMailsAbout } from '../store/supplier-mails.js';
import { promisesOfOrder } from '../store/supplier-promises.js';
import { messagesCausedBy, noticesCausedBy } from '../store/supply-trace.js';
import { defineTool } from './define-tool.js';
import { AnswerClaim } from './get-supplier-answer.js';
import { STAFF } from './principal.js';

const TracedClaim = AnswerClaim.omit({
  promisedBefore: true,
  appliedLineId: true,
  appliedDay: true,
  cancelledUnits: true,
}).extend({ decidedAt: Instant.nullable() });

const TracedMessage = z.object({
  messageId: z.string(),
  messageKind: z.string(),
  orderNumber: OrderNumber.nullable(),
  state: z.string(),
  madeAt: Instant,
  droppedBecause: z.string().nullable(),
  ways: z.array(z.object({ channel: z.string(), state: z.string() })),
});

const TracedNotice = z.object({
  noticeId: z.string(),
  orderNumber: OrderNumber,
  madeAt: Instant,
  state: z.enum(['waiting', 'sent', 'bounced', 'dropped']),
  settledAt: Instant.nullable(),
  droppedBecause: z.string().nullable(),
  answer: z.enum(['keep', 'cancel']).nullable(),
  answeredAt: Instant.nullable(),
  /** What each line's customer was told before, and is told now. */
  lines: z.array(
    z.object({
      orderLineId: OrderLineId,
      lineName: z.string(),
      shipByBefore: LocalDate,
      revisedShipBy: LocalDate.nullable(),
    }),
  ),
  /** What went beside it, by chat or text. */
  beside: z.array(TracedMessage),
});

export const SupplyTrace = z.object({
  kind: z.literal('traced'),
  poNumber: PurchaseOrderNumber,
  supplierName: z.string(),
  orderedOn: LocalDate,
  acknowledgedOn: LocalDate.nullable(),
  mailsOut: z.array(
    z.object({
      mailId: z.string(),
      mailKind: z.string(),
      subject: z.string(),
      state: z.string(),
      madeAt: Instant,
      settledAt: Instant.nullable(),
      answeredAt: Instant.nullable(),
    }),
  ),
  mailsIn: z.array(
    z.object({
      mailId: z.int(),
      receivedAt: Instant,
      sender: z.string().nullable(),
      subject: z.string(),
      mailKind: z.enum(MAIL_KINDS).nullable(),
      claims: z.array(TracedClaim),
    }),
  ),
  promises: z.array(
    z.object({
      promiseId: z.int(),
      poLineId: PurchaseOrderLineId,
      /** The date that stood before it; null for the first. */
      before: LocalDate.nullable(),
      promisedOn: LocalDate,
      givenOn: LocalDate,
      source: z.string(),
      claimId: z.int().nullable(),
      notices: z.array(TracedNotice),
      messages: z.array(TracedMessage),
    }),
  ),
});
export type SupplyTrace = z.infer<typeof SupplyTrace>;

/**
 * What became of a purchase order, link by link: what its supplier was asked and answered, who decided what it means, which
 * dates changed by it, and what customers were told because of that and answered.
 */
export const tracePurchaseOrder = defineTool({
  name: 'trace_purchase_order',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Trace a purchase order: mails, claims and decisions, dates, and what customers were told because of it.',
  input: z.object({ poNumber: PurchaseOrderNumber }),
  output: z.discriminatedUnion('kind', [SupplyTrace, z.object({ kind: z.literal('not_found') })]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ poNumber }, { sql }) {
    const order = await findPurchaseOrder(sql, poNumber);
    if (!order) return { kind: 'not_found' as const };
    const [out, incoming, claims, promises] = await Promise.all([
      supplierMailsAbout(sql, poNumber),
      mailsAbout(sql, poNumber),
      claimsAbout(sql, poNumber),
      promisesOfOrder(sql, poNumber),
    ]);
    const notices = await noticesCausedBy(
      sql,
      promises.map(({ promiseId }) => promiseId),
    );
    const causes = [...promises.map(({ promiseId }) => String(promiseId)), ...notices.map(({ noticeId }) => noticeId)];
    const messages = (await messagesCausedBy(sql, causes)).map(({ kind, ...message }) => ({
      ...message,
      messageKind: kind,
    }));
    return {
      kind: 'traced' as const,
      poNumber,
      supplierName: order.supplier.supplierName,
      orderedOn: order.orderedOn,
      acknowledgedOn: order.acknowledgedOn,
      mailsOut: out.map(({ kind, ...mail }) => ({ ...mail, mailKind: kind })),
      mailsIn: incoming.map(({ kind, ...mail }) => ({
        ...mail,
        mailKind: kind,
        claims: claims
          .filter(({ mailId }) => mailId === mail.mailId)
          .map(({ kind: claimKind, ...claim }) => ({ ...claim, claimKind })),
      })),
      promises: promises.map((promise, place) => ({
        ...promise,
        before: promises.slice(0, place).findLast(({ poLineId }) => poLineId === promise.poLineId)?.promisedOn ?? null,
        notices: notices
          .filter(({ promiseId }) => promiseId === promise.promiseId)
          .map(({ facts, ...notice }) => ({
            ...notice,
            lines: facts.lines,
            beside: messages.filter(({ cause }) => cause === notice.noticeId),
          })),
        messages: messages.filter(({ cause }) => cause === String(promise.promiseId)),
      })),
    };
  },
});
