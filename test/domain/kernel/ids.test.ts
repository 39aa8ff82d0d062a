import { describe, expect, it } from 'vitest';
import * as ids from '../../../src/domain/kernel/ids.js';

const { OrderNumber, OrderLineId, Sku, CustomerId, SupplierId, LocationId } = ids;
const { PurchaseOrderNumber, PurchaseOrderLineId, ConversationId, ProposalId } = ids;

describe('an id', () => {
  it.each([
    [
      'order number',
      OrderNumber,
      ['1042', 'TG-1042', 'A', 'R/2026/114', 'YRN 3021', 'HL#55'],
      ['', '-1042', 'tg-1042', '10:42', 'YRN ', '1042\n', '1'.repeat(33)],
    ],
    ['order line', OrderLineId, ['1042-2', 'TG-1042-12'], ['1042', '1042-', '1042-a', '-2']],
    ['SKU', Sku, ['CAM-50.R/2_X', '7'], ['', 'cam-50', '/CAM', 'CAM 50', 'C'.repeat(65)]],
    ['customer', CustomerId, ['c_17', 'C-17'], ['', '_17', 'ana@example.com']],
    ['supplier', SupplierId, ['acme', 'ACME-2'], ['', 'acme inc']],
    ['location', LocationId, ['oakland', 'W1'], ['', 'oakland/west']],
    ['purchase order', PurchaseOrderNumber, ['PO-77'], ['', 'po-77', 'PO 77']],
    ['purchase order line', PurchaseOrderLineId, ['PO-77-1'], ['PO-', 'PO-77-x']],
    ['conversation', ConversationId, ['abc_DEF-1', '-'], ['', 'a b']],
    ['proposal', ProposalId, ['3f333df6-90a4-4fda-8dd3-9485d27cee36'], ['1', '3f333df6']],
  ] as const)('of a kind (%s) is told from what is none', (_what, id, good, bad) => {
    for (const text of good) expect(id.safeParse(text).success, text).toBe(true);
    for (const text of bad) expect(id.safeParse(text).success, text).toBe(false);
  });

  it('that is wrong is named by its kind', () => {
    expect(Sku.safeParse('no such').error?.issues[0]?.message).toBe('not a valid SKU');
  });

  it('of a line can always be made of an order number and a line number below a million', () => {
    expect(OrderLineId.safeParse(`${'9'.repeat(32)}-999999`).success).toBe(true);
  });
});
