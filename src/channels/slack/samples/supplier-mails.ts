import { instant } from '../../../domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../../../domain/kernel/ids.js';
import { LONGEST_SUPPLIER_MAIL } from '../../../tools/supplier-mail-facts.js';
import { wordSupplierMail } from '../../../tools/word-supplier-mail.js';
import { supplierMailCard } from '../cards/supplier-mail-card.js';
import type { PreviewedChase, SupplierMail } from '../cards/supplier-mail-words.js';
import { editChase, previewChase, skipModal } from '../supplier-mail-modals.js';
import { waiting } from './facts/supply-facts.js';
import { asMessage, asModal, defineSamples, EVERYDAY, type Extent, SAMPLE_DAY } from './sample.js';

const po = PurchaseOrderNumber.parse('PO-77');

function chase(extent: Extent): PreviewedChase {
  const { supplier, person, item, many, sku, count } = extent;
  const lines = many(9, (n) => ({ lineNumber: n, sku: sku(n), itemName: item, units: count(240) }));
  const { subject, text } = wordSupplierMail(
    { kind: 'overdue', poNumber: po, promisedOn: SAMPLE_DAY, lines },
    { supplier: { contactName: person }, shopName: 'TechGadgets4U', todayOn: SAMPLE_DAY },
  );
  return {
    kind: 'ready',
    poNumber: po,
    supplierName: supplier,
    contactName: person,
    phone: '+12065550156',
    openLines: lines.map((line) => ({ ...line, promisedOn: SAMPLE_DAY })),
    waiting: waiting(extent),
    mailId: 'mail-PO-77-3',
    asks: 'overdue',
    recipient: 'orders@kestrel.example.com',
    subject,
    text: extent === EVERYDAY ? text : extent.typed.repeat(5).slice(0, LONGEST_SUPPLIER_MAIL),
    unanswered: 2,
    lastAskedAt: instant('2026-11-20T17:00:00Z'),
  };
}

const mail = (extent: Extent, over: Partial<SupplierMail> = {}): SupplierMail => ({
  ...chase(extent),
  kind: 'found',
  mailId: 'mail-PO-77-3',
  state: 'draft',
  why: 'the date has passed',
  decidedBy: null,
  reason: null,
  ...over,
});

/** What suppliers are asked, as the team sees it. */
export default defineSamples({
  subject: 'Mails to suppliers',
  draw: (extent) => [
    asMessage('A mail that waits for a person', supplierMailCard(mail(extent))),
    asMessage('The same, sent', supplierMailCard(mail(extent, { state: 'sent', decidedBy: 'U02REP' }))),
    asMessage(
      'The same, skipped',
      supplierMailCard(mail(extent, { state: 'skipped', decidedBy: 'U02REP', reason: extent.typed })),
    ),
    asMessage(
      'The same, dropped as things changed',
      supplierMailCard(mail(extent, { state: 'dropped', reason: 'they confirmed the order meanwhile' })),
    ),
    asModal('What to ask about an order, to edit', editChase(chase(extent), SAMPLE_DAY)),
    asModal('A mail as the supplier will read it', previewChase({ ...chase(extent), isEdited: true })),
    asModal('Skip a mail', skipModal({ po, mailId: 'mail-PO-77-3' })),
  ],
});
