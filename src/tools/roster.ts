import { amendHandOffNote } from './amend-hand-off-note.js';
import { answerDelayNotice } from './answer-delay-notice.js';
import { applySupplierClaims } from './apply-supplier-claims.js';
import { approveAllocation } from './approve-allocation.js';
import { askAboutClaim } from './ask-about-claim.js';
import { askOwedRefunds } from './ask-owed-refunds.js';
import { askShopper } from './ask-shopper.js';
import { cancelItems } from './cancel-items.js';
import { cancelLapsedLines } from './cancel-lapsed-lines.js';
import { cancelLine } from './cancel-line.js';
import { cancelOrder } from './cancel-order.js';
import { carryOutErasures } from './carry-out-erasures.js';
import { changeAddress } from './change-address.js';
import { chaseHandOff } from './chase-hand-off.js';
import { checkDelayMail } from './check-delay-mail.js';
import { checkDelayNotice } from './check-delay-notice.js';
import { checkHandOffText } from './check-hand-off-text.js';
import { checkReplyText } from './check-reply-text.js';
import { claimHandOff } from './claim-hand-off.js';
import { closeEscalation } from './close-escalation.js';
import { closeHandOff } from './close-hand-off.js';
import { compileDigest } from './compile-digest.js';
import { decideApproval } from './decide-approval.js';
import type { Tool } from './define-tool.js';
import { draftOffer } from './draft-offer.js';
import { draftReply } from './draft-reply.js';
import { endNoticeReviews } from './end-notice-reviews.js';
import { eraseMyData } from './erase-my-data.js';
import { escalateOrder } from './escalate-order.js';
import { expireApprovals } from './expire-approvals.js';
import { explainEta } from './explain-eta.js';
import { exportEvidence } from './export-evidence.js';
import { exportMyData } from './export-my-data.js';
import { findCustomer } from './find-customer.js';
import { findMailToAnswer } from './find-mail-to-answer.js';
import { findSop } from './find-sop.js';
import { findSubstitutes } from './find-substitutes.js';
import { findWaysToMakeIt } from './find-ways-to-make-it.js';
import { getDelayStatus } from './get-delay-status.js';
import { getDemandForecast } from './get-demand-forecast.js';
import { getHandOff } from './get-hand-off.js';
import { getJobState } from './get-job-state.js';
import { getLineEta } from './get-line-eta.js';
import { getOffer } from './get-offer.js';
import { getOrderCase } from './get-order-case.js';
import { getOrderStatus } from './get-order-status.js';
import { getPromiseHistory } from './get-promise-history.js';
import { getQueuePosition } from './get-queue-position.js';
import { getRefundStatus } from './get-refund-status.js';
import { getShopAnswer } from './get-shop-answer.js';
import { getStockRisk } from './get-stock-risk.js';
import { getStockView } from './get-stock-view.js';
import { getSupplierAnswer } from './get-supplier-answer.js';
import { getSupplierScorecard } from './get-supplier-scorecard.js';
import { getUnclearAnswer } from './get-unclear-answer.js';
import { giveOffer } from './give-offer.js';
import { grantOffer } from './grant-offer.js';
import { holdOrder } from './hold-order.js';
import { identifyShopper } from './identify-shopper.js';
import { INSIGHT_TOOLS } from './insight-tools.js';
import { listApprovals } from './list-approvals.js';
import { listDelayDuties } from './list-delay-duties.js';
import { listDelayWork } from './list-delay-work.js';
import { listEscalations } from './list-escalations.js';
import { listHandOffs } from './list-hand-offs.js';
import { listNewStockouts } from './list-new-stockouts.js';
import { listOrders } from './list-orders.js';
import { listOwedNotices } from './list-owed-notices.js';
import { listStockAlerts } from './list-stock-alerts.js';
import { listSupplierSlips } from './list-supplier-slips.js';
import { lookAtDelayNotice } from './look-at-delay-notice.js';
import { MESSAGE_TOOLS } from './message-tools.js';
import { noteHandOff } from './note-hand-off.js';
import { optOut } from './opt-out.js';
import { previewAllocation } from './preview-allocation.js';
import { previewCancellation } from './preview-cancellation.js';
import { previewDelayNotice } from './preview-delay-notice.js';
import { previewOffer } from './preview-offer.js';
import { previewQuestion } from './preview-question.js';
import type { Audience } from './principal.js';
import { productAvailability } from './product-availability.js';
import { proposeReorder } from './propose-reorder.js';
import { putOffNotice } from './put-off-notice.js';
import { quoteRoute } from './quote-route.js';
import { quoteSplit } from './quote-split.js';
import { quoteUpgrade } from './quote-upgrade.js';
import { raiseOverdueEscalations } from './raise-overdue-escalations.js';
import { readSupplierAnswer } from './read-supplier-answer.js';
import { recordDelayChoice } from './record-delay-choice.js';
import { recordShopAnswer } from './record-shop-answer.js';
import { rejectSupplierClaim } from './reject-supplier-claim.js';
import { releaseOrder } from './release-order.js';
import { remindOfNotice } from './remind-of-notice.js';
import { removeStockAlert } from './remove-stock-alert.js';
import { replyToShopper } from './reply-to-shopper.js';
import { requestApproval } from './request-approval.js';
import { requestPerson } from './request-person.js';
import { returnToAssistant } from './return-to-assistant.js';
import { searchKnowledge } from './search-knowledge.js';
import { sendAsAgreed } from './send-as-agreed.js';
import { sendDelayNotice } from './send-delay-notice.js';
import { sendDueNotices } from './send-due-notices.js';
import { setBackorderStance } from './set-backorder-stance.js';
import { setStockAlert } from './set-stock-alert.js';
import { settleDelayMail } from './settle-delay-mail.js';
import { settleDelayNotice } from './settle-delay-notice.js';
import { snoozeItem } from './snooze-item.js';
import { sortInboundMail } from './sort-inbound-mail.js';
import { splitShipment } from './split-shipment.js';
import { SUPPLIER_TOOLS } from './supplier-tools.js';
import { swapLine } from './swap-line.js';
import { takeCustomerMail } from './take-customer-mail.js';
import { takeOrder } from './take-order.js';
import { tellMovedDates } from './tell-moved-dates.js';
import { tracePurchaseOrder } from './trace-purchase-order.js';
import { undoSupplierClaim } from './undo-supplier-claim.js';
import { upgradeShipping } from './upgrade-shipping.js';
import { wordDataExport } from './word-data-export.js';

/**
 * Every tool there is. Deliberately a list and not a folder scan: this is the security surface, read line by line in
 * review. Confirming a proposal is on nobody's roster; only the confirmation gate does it.
 */
export const TOOLS = [
  identifyShopper,
  listOrders,
  getOrderStatus,
  getLineEta,
  getPromiseHistory,
  getQueuePosition,
  cancelLine,
  cancelOrder,
  changeAddress,
  productAvailability,
  takeCustomerMail,
  takeOrder,
  setBackorderStance,
  findSubstitutes,
  swapLine,
  getOffer,
  grantOffer,
  giveOffer,
  previewOffer,
  requestApproval,
  decideApproval,
  listApprovals,
  expireApprovals,
  getDelayStatus,
  listDelayDuties,
  getUnclearAnswer,
  readSupplierAnswer,
  recordDelayChoice,
  previewDelayNotice,
  sendDelayNotice,
  listDelayWork,
  listOwedNotices,
  sendDueNotices,
  putOffNotice,
  endNoticeReviews,
  tellMovedDates,
  remindOfNotice,
  cancelLapsedLines,
  checkDelayMail,
  settleDelayMail,
  checkDelayNotice,
  settleDelayNotice,
  lookAtDelayNotice,
  answerDelayNotice,
  exportEvidence,
  quoteSplit,
  quoteRoute,
  sortInboundMail,
  splitShipment,
  quoteUpgrade,
  tracePurchaseOrder,
  undoSupplierClaim,
  upgradeShipping,
  findWaysToMakeIt,
  previewAllocation,
  applySupplierClaims,
  approveAllocation,
  explainEta,
  getSupplierAnswer,
  getSupplierScorecard,
  getStockView,
  getStockRisk,
  getDemandForecast,
  proposeReorder,
  listSupplierSlips,
  listNewStockouts,
  getRefundStatus,
  holdOrder,
  rejectSupplierClaim,
  releaseOrder,
  getShopAnswer,
  recordShopAnswer,
  askAboutClaim,
  askOwedRefunds,
  requestPerson,
  optOut,
  eraseMyData,
  exportMyData,
  carryOutErasures,
  wordDataExport,
  escalateOrder,
  closeEscalation,
  listEscalations,
  listHandOffs,
  raiseOverdueEscalations,
  getHandOff,
  claimHandOff,
  replyToShopper,
  previewQuestion,
  askShopper,
  noteHandOff,
  amendHandOffNote,
  returnToAssistant,
  closeHandOff,
  chaseHandOff,
  getJobState,
  compileDigest,
  snoozeItem,
  setStockAlert,
  removeStockAlert,
  listStockAlerts,
  findCustomer,
  previewCancellation,
  cancelItems,
  sendAsAgreed,
  findMailToAnswer,
  findSop,
  searchKnowledge,
  getOrderCase,
  draftOffer,
  draftReply,
  checkReplyText,
  checkHandOffText,
  ...MESSAGE_TOOLS,
  ...INSIGHT_TOOLS,
  ...SUPPLIER_TOOLS,
] as const satisfies readonly Tool[];

export const findTool = (name: string): Tool | undefined => TOOLS.find((tool) => tool.name === name);

/** The tools one audience may hold. */
export const rosterFor = (audience: Audience): readonly Tool[] =>
  TOOLS.filter((tool) => (tool as Tool).audience.includes(audience));
