import { checkSupplierMail } from './check-supplier-mail.js';
import { closeSupplierCall } from './close-supplier-call.js';
import { decideReorder } from './decide-reorder.js';
import type { Tool } from './define-tool.js';
import { expireReorders } from './expire-reorders.js';
import { followUpSupplier } from './follow-up-supplier.js';
import { getReorder } from './get-reorder.js';
import { getSupplierCall } from './get-supplier-call.js';
import { getSupplierMail } from './get-supplier-mail.js';
import { listDueChases } from './list-due-chases.js';
import { mailOrderAgain } from './mail-order-again.js';
import { orderGoods } from './order-goods.js';
import { previewReorder } from './preview-reorder.js';
import { previewSupplierChase } from './preview-supplier-chase.js';
import { raiseSupplierCalls } from './raise-supplier-calls.js';
import { sendSupplierMail } from './send-supplier-mail.js';
import { settleSupplierMail } from './settle-supplier-mail.js';
import { shareForecast } from './share-forecast.js';
import { skipSupplierMail } from './skip-supplier-mail.js';
import { takeSupplierCall } from './take-supplier-call.js';
import { withdrawPurchaseOrder } from './withdraw-purchase-order.js';

/** The tools that write to suppliers and order from them: a part of the roster, on the same terms. */
export const SUPPLIER_TOOLS = [
  checkSupplierMail,
  settleSupplierMail,
  listDueChases,
  followUpSupplier,
  previewSupplierChase,
  getSupplierMail,
  sendSupplierMail,
  skipSupplierMail,
  raiseSupplierCalls,
  getSupplierCall,
  takeSupplierCall,
  closeSupplierCall,
  mailOrderAgain,
  withdrawPurchaseOrder,
  previewReorder,
  orderGoods,
  getReorder,
  decideReorder,
  expireReorders,
  shareForecast,
] as const satisfies readonly Tool[];
