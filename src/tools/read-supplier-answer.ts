import { z } from 'zod';
import { dateIn, daysBetween, LocalDate } from '../domain/kernel/dates.js';
import { judgeClaims } from '../domain/suppliers/judge-claims.js';
import { headerOf } from '../language/supplier-mail/automatic-mail.js';
import { dayWritten } from '../language/supplier-mail/day-written.js';
import { readSupplierMail } from '../language/supplier-mail/read-supplier-mail.js';
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
import { showSupplierAnswer } from './show-supplier-answer.js';
import { inTransaction } from './transaction.js';

/** A mail whose date is further from its arrival than this is dated wrongly, or was held: its "tomorrow" may be another day. */
const MOST_DAYS_ON_THE_WAY = 2;

/**
 * Reads a supplier's mail into claims about its order, judges each by policy, and keeps them with the words they rest on.
 * That the supplier answered at all is kept too. Applies nothing.
 */
export const readSupplierAnswer = defineTool({
  name: 'read_supplier_answer',
  effect: 'record',
  audience: ['system'],
  description: 'Read a supplier’s mail into claims about its purchase order.',
  input: z.object({ mailId: z.int() }),
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
  authorize: () => true,
  async run({ mailId }, context) {
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
    await addSupplierClaims(tx, { mailId, poNumber, saidOn }, claimsIn(mail, order, context));
    await keepSupplierAnswer(tx, { poNumber, on: dateIn(context.policy.zone, mail.receivedAt), at: mail.receivedAt });
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

const arrivedOn = ({ receivedAt }: InboundMail, { policy }: ToolContext): LocalDate => dateIn(policy.zone, receivedAt);

/** The day on which its sender wrote it, by the sender's own clock; of a mail without a date, the day it came. */
const sentDay = (mail: InboundMail, context: ToolContext): LocalDate =>
  LocalDate.parse(dayWritten(mail.dated) ?? arrivedOn(mail, context));

/** The same, but never after the mail was here. */
function saidDay(mail: InboundMail, context: ToolContext): LocalDate {
  const [sent, arrived] = [sentDay(mail, context), arrivedOn(mail, context)];
  return sent < arrived ? sent : arrived;
}

function claimsIn(
  mail: InboundMail,
  { poNumber, supplier, lines }: PurchaseOrder,
  context: ToolContext,
): NewSupplierClaim[] {
  const { headers, subject, text } = mail;
  const from = headerOf(headers, 'from');
  const sentOn = sentDay(mail, context);
  const asked = lines.map(({ lineNumber, sku, title, quantity, promisedOn }) => ({
    ...{ line: lineNumber, sku, description: title, ordered: quantity, promised: promisedOn },
  }));
  const read = readSupplierMail({ from, subject, sentOn, text, headers }, { number: poNumber, lines: asked });
  if (read.kind === 'automatic') return [];
  const claims = read.claims.map((claim) => ({
    ...claim,
    day: claim.day === null ? null : LocalDate.parse(claim.day),
  }));
  const { reasons } = judgeClaims(
    claims,
    { isFromSupplier: isFromSupplier(from, headers, supplier.email), sentOn, lines: asked },
    context.rules.purchasing.supplierMail,
  );
  const isDatedWrongly = Math.abs(daysBetween(sentOn, arrivedOn(mail, context))) > MOST_DAYS_ON_THE_WAY;
  return claims.map(({ line, kind, day, quantity, quote }, place) => {
    const own = lines.find(({ lineNumber }) => lineNumber === line);
    const against = [
      ...(reasons[place] ?? []),
      ...(isDatedWrongly ? ['the mail is dated another day than it came'] : []),
    ];
    return {
      ...{ poLineId: own?.poLineId ?? null, kind, day, units: quantity, quote, readBy: 'rules' },
      ...{ promisedBefore: own?.promisedOn ?? null, why: against.join('; ') },
    };
  });
}
