import { instant } from '../../../../domain/kernel/dates.js';
import { PurchaseOrderNumber, SupplierId } from '../../../../domain/kernel/ids.js';
import { money } from '../../../../domain/kernel/money.js';
import type { SupplierCallFacts } from '../../../../tools/supplier-call-facts.js';
import { type Extent, SAMPLE_DAY } from '../sample.js';
import { waiting } from './supply-facts.js';

/** A silent supplier whom somebody must call. */
export const callFacts = (extent: Extent): SupplierCallFacts => ({
  poNumber: PurchaseOrderNumber.parse('PO-77'),
  supplierName: extent.supplier,
  contactName: extent.person,
  phone: '+12065550156',
  openLines: extent.many(6, (n) => ({
    lineNumber: n,
    sku: extent.sku(n),
    itemName: extent.item,
    units: extent.count(240),
    promisedOn: SAMPLE_DAY,
  })),
  waiting: waiting(extent),
  callId: 7,
  because: 'silence',
  unanswered: 3,
  silentSince: instant('2026-11-16T17:00:00Z'),
  owner: 'lead',
  takenBy: null,
  dueAt: instant('2026-11-24T18:00:00Z'),
  state: 'open',
  closedBy: null,
  outcome: null,
  unsent: null,
  secondSources: extent.many(6, (n) => ({
    sku: extent.sku(n),
    itemName: extent.item,
    sources:
      n === 2
        ? []
        : extent.many(3, () => ({
            supplierId: SupplierId.parse('marlow'),
            supplierName: extent.supplier,
            leadDays: 21,
            unitCost: money(410_00, 'USD'),
          })),
  })),
});
