import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { PurchaseOrderLineId, PurchaseOrderNumber, Sku } from '../domain/kernel/ids.js';
import { findInboundMail } from '../store/inbound-mails.js';
import { findPurchaseOrder } from '../store/purchase-orders.js';
import { CLAIM_KINDS, CLAIM_STATES, claimsOfMail, findSupplierClaim } from '../store/supplier-claims.js';
import { defineTool } from './define-tool.js';
import { ownWords } from './own-words.js';
import { supplyShares } from './supply-shares.js';
import { waitingOf } from './waiting-revenue.js';

/** As much of a mail as is shown beside what was read in it. */
const LONGEST_WORDS = 1_500;

const AnswerLine = z.object({
  poLineId: PurchaseOrderLineId,
  lineNumber: z.int(),
  sku: Sku,
  itemName: z.string(),
  openUnits: z.int(),
  promisedOn: LocalDate.nullable(),
  /** Customers whose orders wait for what it brings. */
  waitingCustomers: z.int(),
});

/** What a mail says of an order, and what became of it. */
export const AnswerClaim = z.object({
  claimId: z.int(),
  /** Null where the mail does not say which line. */
  poLineId: PurchaseOrderLineId.nullable(),
  claimKind: z.enum(CLAIM_KINDS),
  day: LocalDate.nullable(),
  units: z.int().nullable(),
  quote: z.string(),
  readBy: z.enum(['rules', 'model']),
  promisedBefore: LocalDate.nullable(),
  /** Why it is for a person; empty where policy lets it count. */
  why: z.string(),
  state: z.enum(CLAIM_STATES),
  decidedBy: z.string().nullable(),
  appliedLineId: PurchaseOrderLineId.nullable(),
  appliedDay: LocalDate.nullable(),
  cancelledUnits: z.int().nullable(),
});

const SupplierAnswer = z.object({
  kind: z.literal('found'),
  mailId: z.int(),
  sender: z.string().nullable(),
  subject: z.string(),
  receivedOn: LocalDate,
  /** Its newest words, cut where they are long. */
  words: z.string(),
  attachments: z.int(),
  order: z.object({ poNumber: PurchaseOrderNumber, supplierName: z.string(), lines: z.array(AnswerLine) }).nullable(),
  claims: z.array(AnswerClaim),
});
export type SupplierAnswer = z.infer<typeof SupplierAnswer>;

/** A supplier's mail with what it was read to say, what became of each claim, and how many customers wait for its lines. */
export const getSupplierAnswer = defineTool({
  name: 'get_supplier_answer',
  effect: 'read',
  audience: ['lead', 'manager', 'system'],
  description: 'A supplier’s mail: what it claims, with its words, and what became of each claim.',
  input: z.union([z.object({ mailId: z.int() }), z.object({ claimId: z.int() })]),
  output: z.discriminatedUnion('kind', [SupplierAnswer, z.object({ kind: z.literal('not_found') })]),
  authorize: () => true,
  async run(of, context) {
    const { sql, policy } = context;
    const mailId = 'mailId' in of ? of.mailId : (await findSupplierClaim(sql, of.claimId))?.mailId;
    const mail = mailId === undefined ? null : await findInboundMail(sql, mailId);
    if (mail?.kind !== 'supplier') return { kind: 'not_found' as const };
    const order = mail.poNumber === null ? null : await findPurchaseOrder(sql, mail.poNumber);
    const shares = await supplyShares(context, [...new Set(order?.lines.map(({ sku }) => sku) ?? [])]);
    const claims = await claimsOfMail(sql, mail.mailId);
    const words = ownWords(mail);
    return {
      kind: 'found' as const,
      mailId: mail.mailId,
      sender: mail.sender,
      subject: mail.subject,
      receivedOn: dateIn(policy.zone, mail.receivedAt),
      words: (words === '' ? mail.text.trim() : words).slice(0, LONGEST_WORDS),
      attachments: mail.attachments.length,
      order: order && {
        poNumber: order.poNumber,
        supplierName: order.supplier.supplierName,
        lines: order.lines.map(({ poLineId, lineNumber, sku, title, openQuantity, promisedOn }) => ({
          ...{ poLineId, lineNumber, sku, itemName: title, openUnits: openQuantity, promisedOn },
          waitingCustomers: waitingOf(shares.get(poLineId) ?? [], policy.currency).waitingCustomers,
        })),
      },
      claims: claims.map(({ kind, appliedCancelled, ...claim }) => ({
        ...claim,
        claimKind: kind,
        cancelledUnits: appliedCancelled,
      })),
    };
  },
});
