import { z } from 'zod';
import { daysBetween, LocalDate } from '../domain/kernel/dates.js';
import { judgeClaims } from '../domain/suppliers/judge-claims.js';
import { borneClaims, withSecondReading } from '../language/supplier-mail/proposed-claims.js';
import type { ReadClaim } from '../language/supplier-mail/settle-claims.js';
import { findInboundMail, type InboundMail } from '../store/inbound-mails.js';
import { findPurchaseOrder, keepSupplierAnswer, type PurchaseOrder } from '../store/purchase-orders.js';
import {
  addSupplierClaims,
  claimsOfMail,
  type NewSupplierClaim,
  type SupplierClaim,
} from '../store/supplier-claims.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { isFromSupplier } from './is-from-supplier.js';
import { ProposedClaim } from './propose-claims.js';
import { showSupplierAnswer } from './show-supplier-answer.js';
import { arrivedOn, sentDay, supplierAnswerReading } from './supplier-answer-reading.js';
import { inTransaction } from './transaction.js';

/** A mail whose date is further from its arrival than this is dated wrongly, or was held: its "tomorrow" may be another day. */
const MOST_DAYS_ON_THE_WAY = 2;

/** Stands with every claim that only a model read, so that none of them counts without a person. */
const BY_MODEL = 'read by the model, please check';

/**
 * Reads a supplier's mail into claims about its order, judges each by policy, and keeps them with the words they rest on.
 * That the supplier answered at all is kept too. Applies nothing.
 */
export const readSupplierAnswer = defineTool({
  name: 'read_supplier_answer',
  effect: 'record',
  audience: ['system'],
  description: 'Read a supplier’s mail into claims about its purchase order.',
  // `proposed`: what a language model takes it to say, where one was asked
  input: z.object({ mailId: z.int(), proposed: z.array(ProposedClaim).default([]) }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('read'),
      claimIds: z.array(z.int()),
      /** Policy lets every one of them count without a person. */
      appliesItself: z.boolean(),
    }),
    /** Nobody can tell which purchase order it is about. */
    z.object({ kind: z.literal('no_order') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  // quotes are what somebody wrote
  audited: ({ mailId, proposed }) => ({ mailId, proposed: proposed.length }),
  authorize: () => true,
  async run({ mailId, proposed }, context) {
    const tx = inTransaction(context);
    const mail = await findInboundMail(tx, mailId);
    if (mail?.kind !== 'supplier') return { kind: 'not_found' as const };
    const order = mail.poNumber && (await findPurchaseOrder(tx, mail.poNumber));
    if (!order) {
      await showSupplierAnswer(mailId, context);
      return { kind: 'no_order' as const };
    }
    const known = await claimsOfMail(tx, mailId);
    if (known.length > 0) return readAs(known);
    const { poNumber } = order;
    const saidOn = saidDay(mail, context);
    await addSupplierClaims(tx, { mailId, poNumber, saidOn }, claimsIn(mail, order, proposed, context));
    await keepSupplierAnswer(tx, { poNumber, on: arrivedOn(mail, context), at: mail.receivedAt });
    const claims = readAs(await claimsOfMail(tx, mailId));
    if (!claims.appliesItself) await showSupplierAnswer(mailId, context);
    return claims;
  },
});

const readAs = (claims: readonly SupplierClaim[]) => ({
  kind: 'read' as const,
  claimIds: claims.map(({ claimId }) => claimId),
  appliesItself: claims.length > 0 && claims.every(({ mayApply }) => mayApply),
});

/** The same, but never after the mail was here. */
function saidDay(mail: InboundMail, context: ToolContext): LocalDate {
  const [sent, arrived] = [sentDay(mail, context), arrivedOn(mail, context)];
  return sent < arrived ? sent : arrived;
}

function claimsIn(
  stored: InboundMail,
  purchase: PurchaseOrder,
  proposed: readonly ProposedClaim[],
  context: ToolContext,
): NewSupplierClaim[] {
  const { mail, order, reading } = supplierAnswerReading(stored, purchase, context);
  if (reading.kind === 'automatic') return [];
  const { kept, added } = withSecondReading(reading.claims, borneClaims(proposed, mail, order));
  const facts = {
    isFromSupplier: isFromSupplier(mail.from, mail.headers, purchase.supplier.email),
    ...{ sentOn: mail.sentOn, lines: order.lines },
  };
  const isDatedWrongly = Math.abs(daysBetween(mail.sentOn, arrivedOn(stored, context))) > MOST_DAYS_ON_THE_WAY;
  const judged = (read: readonly ReadClaim[], readBy: NewSupplierClaim['readBy']): NewSupplierClaim[] => {
    const claims = read.map((claim) => ({ ...claim, day: claim.day === null ? null : LocalDate.parse(claim.day) }));
    const { reasons } = judgeClaims(claims, facts, context.rules.purchasing.supplierMail);
    return claims.map(({ line, kind, day, quantity, quote }, place) => {
      const own = purchase.lines.find(({ lineNumber }) => lineNumber === line);
      const against = [
        ...(readBy === 'model' ? [BY_MODEL] : []),
        ...(reasons[place] ?? []),
        ...(isDatedWrongly ? ['the mail is dated another day than it came'] : []),
      ];
      return {
        ...{ poLineId: own?.poLineId ?? null, kind, day, units: quantity, quote, readBy },
        ...{ promisedBefore: own?.promisedOn ?? null, why: against.join('; ') },
      };
    });
  };
  return [...judged(kept, 'rules'), ...judged(added, 'model')];
}
