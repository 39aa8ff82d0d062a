import { addDays, localDate } from '../../../domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../../../domain/kernel/ids.js';
import type { SupplierAnswer } from '../../../tools/get-supplier-answer.js';
import { supplierAnswerCard } from '../cards/supplier-answer-card.js';
import { claimModal } from '../claim-modal.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

type Claim = SupplierAnswer['claims'][number];

const answer = (extent: Extent, claims: SupplierAnswer['claims']): SupplierAnswer => ({
  kind: 'found',
  mailId: 12,
  sender: 'tom@kestrel.example',
  subject: extent.typed,
  receivedOn: SAMPLE_DAY,
  words: extent.typed,
  attachments: 1,
  order: {
    poNumber: PurchaseOrderNumber.parse('PO-77'),
    supplierName: extent.supplier,
    lines: extent.many(40, (n) => ({
      ...{ poLineId: extent.poLine(n), lineNumber: n, sku: extent.sku(n), itemName: extent.item },
      ...{ openUnits: extent.count(400), promisedOn: localDate('2026-11-29'), waitingCustomers: extent.count(198) },
    })),
  },
  claims,
});

const claim = (extent: Extent, n: number, more: Partial<Claim> = {}): Claim => ({
  ...{ claimId: n, poLineId: extent.poLine(n), claimKind: 'date', day: localDate('2026-12-09'), units: null },
  ...{ quote: `LEN-${n * 50} will now leave us around Dec 9. ${extent.typed}`, readBy: 'rules' },
  promisedBefore: localDate('2026-11-29'),
  why: 'no single day is named; 20 days later is more than 14',
  ...{ state: 'proposed', decidedBy: null, appliedLineId: null, appliedDay: null, cancelledUnits: null },
  ...more,
});

const applied = (extent: Extent, n: number, more: Partial<Claim> = {}): Claim => {
  const day = addDays(SAMPLE_DAY, 14);
  const by = { state: 'applied', decidedBy: 'inbound-mail', why: '' } as const;
  return claim(extent, n, { ...by, day, appliedLineId: extent.poLine(n), appliedDay: day, ...more });
};

/** What suppliers answer, and what is to be decided about it. */
export default defineSamples({
  subject: 'Answers of suppliers',
  draw: (extent) => {
    const open = answer(extent, [
      ...extent.many(24, (n) => claim(extent, n)),
      claim(extent, 1, {
        claimKind: 'quantity',
        units: 25,
        day: null,
        why: 'a changed quantity is for a person to decide',
      }),
      claim(extent, 2, { claimKind: 'unclear', day: null, poLineId: null, why: 'nothing certain is said' }),
      claim(extent, 3, { state: 'asked', decidedBy: 'U03LEAD' }),
      claim(extent, 4, { readBy: 'model', why: 'read by the model, please check; 20 days later is more than 14' }),
    ]);
    const first = open.claims[0];
    return [
      asMessage('A supplier answered, and somebody is to decide', supplierAnswerCard(open, SAMPLE_DAY)),
      asMessage(
        'A supplier answered, and policy lets it count',
        supplierAnswerCard(answer(extent, [applied(extent, 1), applied(extent, 2, { claimKind: 'none' })]), SAMPLE_DAY),
      ),
      asMessage(
        'A supplier’s answer that was decided',
        supplierAnswerCard(
          answer(extent, [
            applied(extent, 1, { decidedBy: 'U03LEAD', appliedDay: localDate('2026-12-20') }),
            claim(extent, 2, { state: 'rejected', decidedBy: 'U04MGR' }),
            applied(extent, 3, { state: 'undone', decidedBy: 'U04MGR' }),
          ]),
          SAMPLE_DAY,
        ),
      ),
      asMessage('A supplier wrote and said no date', supplierAnswerCard(answer(extent, []), SAMPLE_DAY)),
      asMessage(
        'A supplier wrote about no order',
        supplierAnswerCard({ ...answer(extent, []), order: null }, SAMPLE_DAY),
      ),
      ...(first && open.order ? [asModal('What a supplier means', claimModal(first, open.order))] : []),
    ];
  },
});
