const usd = (cents: number) => ({ cents, currency: 'USD' });
const lens = { orderLineId: '1042-2', lineName: '50 mm lens', quantity: 2 };
const bag = { orderLineId: '1042-3', lineName: 'Camera bag', quantity: 1 };
const sent = {
  ...bag,
  shippedQuantity: 1,
  carrier: 'UPS',
  tracking: '1Z999AA10123456784',
  shippedOn: '2026-11-22',
  deliveredOn: '2026-11-23',
};
const estimated = {
  ...lens,
  likelyOn: '2026-12-04',
  cautiousOn: '2026-12-09',
  arrivesLikelyOn: '2026-12-08',
  arrivesCautiousOn: '2026-12-15',
};
const REASONS = ['on_time', 'supplier_usually_late', 'overdue', 'thin_history', 'no_promise'];
const waiting = REASONS.map((reason) => ({
  ...estimated,
  reason,
  queuePosition: 3,
  deliveryAnnouncedOn: reason === 'no_promise' ? null : reason === 'overdue' ? '2026-11-18' : '2026-12-02',
  isDeliveryPutOff: reason === 'supplier_usually_late',
}));
const undated = ['no_open_purchase_order', 'not_enough_on_order', 'no_record'].map((reason) => ({ ...lens, reason }));
const cancelling = {
  orderNumber: '1042',
  items: [lens, bag],
  refundAmount: usd(88_000),
  refundMethod: 'Visa ending 4417',
  refundBy: '2026-12-02',
  staying: ['Carbon tripod'],
};
const moving = {
  orderNumber: '1042',
  newAddress: 'Ana Silva, 12 Oak Street, Portland, OR 97201',
  items: ['50 mm lens', 'Camera bag'],
};
const swapping = {
  orderNumber: '1042',
  lineName: '50 mm lens',
  quantity: 2,
  substituteName: '55 mm lens',
  differences: [{ name: 'focal length', ordered: '50 mm', substitute: '55 mm' }],
  priceDifference: usd(-3_000),
  priceGap: usd(3_000),
  isCheaper: true,
  refundAmount: usd(2_700),
  refundMethod: 'Visa ending 4417',
  refundBy: '2026-12-02',
};
const offering = {
  orderNumber: '1042',
  offer: 'discount',
  offerPercent: 4,
  offerPoints: null,
  offerAmount: usd(3_280),
  policyLimit: usd(4_000),
  policyLimitPercent: 10,
  validUntil: '2027-01-22',
};
const splitting = {
  orderNumber: '1042',
  splitNow: [bag],
  shipsOn: '2026-11-24',
  arrivesLikelyOn: '2026-11-28',
  arrivesCautiousOn: '2026-11-30',
  splitLater: [
    { ...lens, arrivesLikelyOn: '2026-12-08', arrivesCautiousOn: '2026-12-15' },
    { ...lens, arrivesLikelyOn: null, arrivesCautiousOn: null },
  ],
  splitCost: usd(599),
  isFree: false,
  chargedTo: 'Visa ending 4417',
};
const upgrading = {
  orderNumber: '1042',
  items: [lens, bag],
  arrivesLikelyOn: '2026-12-06',
  arrivesCautiousOn: '2026-12-11',
  usualLikelyOn: '2026-12-08',
  daysGained: 2,
  upgradeCost: usd(1_595),
  isFree: false,
  freeBecause: null,
  chargedTo: 'Visa ending 4417',
};
const replacing = { ...swapping, price: usd(79_000), isDearer: false };
const hours = { days: 'Monday to Friday', opens: '09:00', closes: '17:30', zone: 'Los Angeles' };
const shop = { shopName: 'TechGadgets4U', assistantName: 'Desk' };

/** One set of facts for each template of templates/shopper/en, with every branch that it has taken somewhere. */
export const SAMPLE_FACTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'address-too-late': {},
  'all-right': {},
  'already-cancelled': { lineNames: ['50 mm lens', 'Camera bag'] },
  'already-done': {},
  'already-express': { orderNumber: '1042' },
  'already-shipped': { lineNames: ['Carbon tripod'], carrier: 'UPS', tracking: '1Z999AA10123456784' },
  'ask-address': {},
  'ask-identity': {},
  'ask-order-number': {},
  'ask-second-factor': {},
  'beyond-me': {},
  'bot-identity': shop,
  'button/cancel_line': {},
  'button/cancel_order': {},
  'button/change_address': {},
  'button/grant_offer': {},
  'button/keep': {},
  'button/split_shipment': {},
  'button/swap_line': {},
  'button/upgrade_shipping': {},
  'cancelled-by-rule': {
    refundMethod: 'Visa ending 4417',
    cancelled: [
      { ...lens, refundOwedSince: '2026-11-20', refundBy: '2026-12-01', refundSentOn: null },
      { ...bag, refundOwedSince: '2026-11-20', refundBy: '2026-12-01', refundSentOn: '2026-11-22' },
    ],
  },
  'cannot-answer': {},
  'delay-choice-kept': {
    kept: [
      { ...lens, noDateKnown: false, revisedShipBy: '2026-12-09' },
      { ...bag, noDateKnown: true, revisedShipBy: null },
    ],
  },
  'delay-reason': { waiting, undated },
  'did-you-mean': {},
  'done/cancel_line': cancelling,
  'done/cancel_order': cancelling,
  'done/change_address': moving,
  'done/grant_offer': { ...offering, offerState: 'requested' },
  'done/split_shipment': splitting,
  'done/swap_line': swapping,
  'done/upgrade_shipping': upgrading,
  'facts-moved': {},
  goodbye: {},
  greeting: shop,
  'hello-again': {},
  help: {},
  'identification-paused': { pauseMinutes: 60 },
  'keep-waiting': { waiting: [lens] },
  'line-eta': { waiting, undated },
  'no-offer': { orderNumber: '1042', because: 'not_late' },
  'no-orders': {},
  'no-substitute': { lineName: '50 mm lens' },
  'not-in-line': { orderNumber: '1042' },
  'not-matched': {},
  'not-understood': {},
  'nothing-changed': {},
  'nothing-left': { orderNumber: '1042' },
  'nothing-waits': { orderNumber: '1042' },
  'offer-already': { orderNumber: '1042' },
  'order-not-found': {},
  'order-status': {
    orderNumber: '1042',
    delivered: [sent],
    shipped: [sent],
    partShipped: [{ ...sent, quantity: 3 }],
    placed: [bag],
    leaving: [
      { ...lens, leavingQuantity: 2 },
      { ...bag, leavingQuantity: 1 },
    ],
    ready: [lens],
    waiting,
    undated,
    cancelled: [bag],
  },
  'part-shipped': { lineName: 'Battery', shippedQuantity: 3, quantity: 5 },
  'person-already-requested': hours,
  'person-requested': hours,
  'proposal-over': {},
  'queue-position': {
    places: [
      {
        ...lens,
        queuePosition: 3,
        unitsAhead: 7,
        queueReasons: ['wait', 'late_promise', 'needed_by', 'customer_history', 'business', 'order_size'],
      },
      { ...bag, queuePosition: 2, unitsAhead: 1, queueReasons: ['waited_longest'] },
    ],
  },
  'recap/cancel_line': cancelling,
  'recap/cancel_order': cancelling,
  'recap/change_address': moving,
  'recap/grant_offer': offering,
  'recap/split_shipment': splitting,
  'recap/swap_line': swapping,
  'recap/upgrade_shipping': upgrading,
  sorry: {},
  'split-all-ready': { orderNumber: '1042' },
  'split-already': { orderNumber: '1042' },
  'split-nothing-ready': { orderNumber: '1042' },
  'still-not-understood': {},
  'substitute-dearer': { ...swapping, priceDifference: usd(3_000) },
  substitutes: {
    lineName: '50 mm lens',
    isOne: false,
    substitutes: [replacing, { ...replacing, substituteName: '45 mm lens', isCheaper: false, isDearer: true }],
  },
  welcome: {},
  'what-next': {},
  'which-line': { lines: [lens, bag] },
  'which-order': {
    orders: [
      { orderNumber: '1042', placedOn: '2026-11-11', items: ['50 mm lens', 'Camera bag'] },
      { orderNumber: '0997', placedOn: '2025-11-11', items: ['Carbon tripod'] },
    ],
  },
};
