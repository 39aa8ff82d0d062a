import { dateIn } from '../domain/kernel/dates.js';
import type { Chase } from '../domain/suppliers/chase-schedule.js';
import type { PurchaseOrder } from '../store/purchase-orders.js';
import type { SupplierMailRecord } from '../store/supplier-mails.js';
import type { MailText } from '../wording/mail.js';
import type { ToolContext } from './define-tool.js';
import { chaseFacts } from './due-chases.js';
import { type SupplierMailFacts, wordSupplierMail } from './word-supplier-mail.js';

/** What a person who writes to a supplier now would ask: about the oldest date that is open, or for a first one. */
function askNow({ supplier, lines }: PurchaseOrder, asked: number, { now }: ToolContext): Chase {
  const occasion = `asked by hand ${asked + 1}`;
  const dates = lines.flatMap(({ openQuantity, promisedOn }) => (openQuantity > 0 && promisedOn ? [promisedOn] : []));
  const promisedOn = dates.sort()[0];
  if (!promisedOn) return { kind: 'acknowledgement', occasion };
  return { kind: dateIn(supplier.zone, now) > promisedOn ? 'overdue' : 'date_check', occasion, promisedOn };
}

/** The same, with its words, before anybody edits them. `before`: the mails about the order so far. */
export function draftByHand(
  order: PurchaseOrder,
  before: readonly SupplierMailRecord[],
  context: ToolContext,
): { readonly chase: Chase; readonly facts: SupplierMailFacts; readonly words: MailText } {
  const chase = askNow(order, before.length, context);
  const facts = chaseFacts(order, chase);
  const { policy, now } = context;
  const words = wordSupplierMail(facts, {
    supplier: order.supplier,
    shopName: policy.name,
    todayOn: dateIn(policy.zone, now),
  });
  return { chase, facts, words };
}
