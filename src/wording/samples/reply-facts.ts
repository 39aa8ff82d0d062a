const usd = (cents: number) => ({ cents, currency: 'USD' });
const about = (line: number, lineName: string, quantity: number) => ({
  orderNumber: 'SHOP-2026-0001042-A',
  orderLineId: `SHOP-2026-0001042-A-${line}`,
  lineName,
  quantity,
});
const lens = about(1, 'Zoom lens 70–200 mm f/2.8 with image stabiliser and tripod collar, AW mount, graphite', 12);
const tripod = about(2, 'Carbon travel tripod with fluid head and quick-release plate, 60 inch', 1);
const dated = {
  likelyOn: '2026-12-04',
  cautiousOn: '2027-03-29',
  arrivesLikelyOn: '2026-12-09',
  arrivesCautiousOn: '2027-04-06',
};
const gone = {
  ...tripod,
  shippedQuantity: 1,
  carrier: 'UPS',
  tracking: '1Z999AA10123456784',
  shippedOn: '2026-11-22',
  deliveredOn: null,
};
const replacing = {
  substituteName: 'Zoom lens 70–180 mm f/2.8, AW mount, black',
  price: usd(119_900),
  priceDifference: usd(-48_000),
  priceGap: usd(48_000),
  isCheaper: true,
  isDearer: false,
  differences: [{ name: 'focal length', ordered: '70–200 mm', substitute: '70–180 mm' }],
};
const undated = ['no_open_purchase_order', 'not_enough_on_order', 'no_record'].map((reason) => ({ ...tripod, reason }));
const REASONS = ['wait', 'late_promise', 'needed_by', 'customer_history', 'business', 'order_size', 'waited_longest'];
const owed = { byRule: true, refundOwedSince: '2026-11-20', refundBy: '2026-12-01', refundSentOn: null, isLate: false };

/** The facts of a reply about an order in which everything happens at once, with the longest realistic names. */
export const REPLY_FACTS = {
  todayOn: '2026-11-23',
  orderNumber: 'SHOP-2026-0001042-A',
  firstName: 'Maximiliane-Josephine',
  signedBy: 'Riley Chen',
  shopName: 'TechGadgets4U',
  allWaits: false,
  waiting: [{ ...lens, ...dated, reason: 'overdue' }],
  undated,
  late: [
    { ...lens, toldOn: '2026-11-27' },
    { ...tripod, toldOn: null },
  ],
  missed: [{ ...lens, toldOn: '2026-11-20' }],
  told: [{ ...lens, dates: ['2026-11-06', '2026-11-13', '2026-11-20'] }],
  gone: [gone, { ...gone, ...lens, shippedQuantity: 3, tracking: null, deliveredOn: '2026-11-23' }],
  ready: [tripod],
  cancelled: [
    { ...lens, ...owed },
    { ...tripod, ...owed, byRule: false, refundSentOn: '2026-11-22' },
    { ...tripod, ...owed, refundBy: '2026-11-20', isLate: true },
    { ...tripod, ...owed, refundBy: null },
  ],
  refundMethod: 'American Express ending 1009',
  refundAmount: usd(1_678_900),
  deadlines: [{ ...lens, cancelsOn: '2026-12-20' }],
  places: [
    { ...lens, queuePosition: 13, unitsAhead: 1, queueReasons: REASONS },
    { ...tripod, queuePosition: 1, unitsAhead: 0, queueReasons: ['waited_longest'] },
  ],
  replaceable: [
    { lineName: lens.lineName, substitutes: [replacing, { ...replacing, isCheaper: false, isDearer: true }] },
  ],
  canReplace: true,
  offer: {
    offer: 'points',
    offerAmount: usd(3_280),
    offerPercent: null,
    offerPoints: 3_280,
    offerState: 'requested',
    validUntil: '2027-01-22',
  },
  neededByOn: '2026-12-14',
  neededInTime: 'perhaps',
  firstLikelyOn: '2026-12-04',
  redirectable: [lens.lineName],
  left: [tripod.lineName],
  hours: { opens: '09:00', closes: '17:30' },
};
