// An order, what may be done with it and what comes of it, as templates are given them.
export const usd = (cents: number) => ({ cents, currency: 'USD' });
export const lens = { orderLineId: '1042-2', lineName: '50 mm lens', quantity: 2 };
export const bag = { orderLineId: '1042-3', lineName: 'Camera bag', quantity: 1 };
export const sent = {
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
export const arriving = { arrivesLikelyOn: '2026-12-08', arrivesCautiousOn: '2026-12-15' };
const REASONS = ['on_time', 'supplier_usually_late', 'overdue', 'thin_history', 'no_promise'];
export const waiting = REASONS.map((reason) => ({
  ...estimated,
  reason,
  queuePosition: 3,
  deliveryAnnouncedOn: reason === 'no_promise' ? null : reason === 'overdue' ? '2026-11-18' : '2026-12-02',
  isDeliveryPutOff: reason === 'supplier_usually_late',
}));
export const undated = ['no_open_purchase_order', 'not_enough_on_order', 'no_record'].map((reason) => ({
  ...lens,
  reason,
}));
const byRule = { refundOwedSince: '2026-11-20', refundBy: '2026-12-01', refundNotAfter: '2026-12-02' };
export const refundByRule = { refundMethod: 'Visa ending 4417', refundAmount: usd(88_000) };
export const lapsed = [
  { ...lens, ...byRule, refundSentOn: '2026-11-22' },
  { ...bag, ...byRule, refundSentOn: null },
];
const notice = {
  awaitsAnswer: true,
  silenceMeansConsent: false,
  silenceMeansCancel: true,
  noDateKnown: false,
  revisedShipBy: '2026-12-09',
  cancelsOn: '2026-12-25',
  cancelUntil: '2026-12-08',
  rightToCancel: true,
};
export const noticed = [
  { ...lens, ...notice, silenceMeansConsent: true, silenceMeansCancel: false, cancelsOn: null },
  { ...bag, ...notice },
  { ...bag, ...notice, noDateKnown: true, revisedShipBy: null, cancelUntil: null },
  { ...bag, ...notice, awaitsAnswer: false },
];
export const toldBefore = [
  ...waiting.map((one) => ({ ...one, kind: 'estimated' })),
  ...undated.map((one) => ({ ...one, kind: 'unknown' })),
].map((one) => ({
  ...one,
  told: [
    { toldShipBy: '2026-11-20', toldOn: '2026-11-02', how: 'order' },
    { toldShipBy: null, toldOn: '2026-11-18', how: 'notice' },
    { toldShipBy: '2026-12-02', toldOn: '2026-11-20', how: 'chat' },
  ],
}));
export const cancelling = {
  orderNumber: '1042',
  items: [lens, bag],
  refundAmount: usd(88_000),
  refundMethod: 'Visa ending 4417',
  refundBy: '2026-12-02',
  staying: ['Carbon tripod'],
};
const refund = { refundAmount: usd(88_000), refundMethod: 'Visa ending 4417', refundBy: '2026-12-02' };
const { refundBy: refundExpectedBy, ...amount } = refund;
const expected = { ...amount, refundExpectedBy, refundNotAfter: '2026-12-03' };
export const refunding = [
  { ...expected, state: 'owed', refundSentOn: null, isLate: false },
  { ...expected, state: 'requested', refundSentOn: null, isLate: true },
  { ...expected, state: 'sent', refundSentOn: '2026-11-24', isLate: false },
];
export const answered = {
  orderNumber: '1042',
  items: [lens, bag],
  ...refund,
  offerCode: 'WAIT-ABCD-EFGH-JKLM',
  offerPercent: 5,
  offerAmount: usd(4_100),
  validUntil: '2026-12-23',
  newAddress: 'Ana Silva, 12 Oak Street, Portland, OR 97201',
};
export const swapAnswered = { ...answered, items: [{ ...lens, quantity: 2 }], substituteName: '55 mm lens' };
export const moving = {
  orderNumber: '1042',
  newAddress: 'Ana Silva, 12 Oak Street, Portland, OR 97201',
  items: ['50 mm lens', 'Camera bag'],
};
export const swapping = {
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
export const offering = {
  orderNumber: '1042',
  offer: 'discount',
  offerPercent: 4,
  offerPoints: null,
  offerAmount: usd(3_280),
  policyLimit: usd(4_000),
  policyLimitPercent: 10,
  validUntil: '2027-01-22',
};
export const splitting = {
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
export const upgrading = {
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
export const replacing = { ...swapping, price: usd(79_000), isDearer: false };
export const hours = { days: 'Monday to Friday', opens: '09:00', closes: '17:30', zone: 'Los Angeles' };
export const shop = { shopName: 'TechGadgets4U', assistantName: 'Desk' };
