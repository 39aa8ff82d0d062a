import { bag, lens, usd } from './case-facts.js';

const tripod = { orderLineId: '1042-4', lineName: 'Carbon tripod', quantity: 1 };
const parcel = { shipmentId: 's-1042-1', carrier: 'UPS', tracking: '1Z999AA10123456784' };
const refund = { refundAmount: usd(88_000), refundMethod: 'Visa ending 4417', refundBy: '2026-12-02' };
const moved = { toldShipBy: '2026-11-30', likelyOn: '2026-12-04', cautiousOn: '2026-12-09' };
const sooner = { toldShipBy: '2026-12-09', likelyOn: '2026-11-27', cautiousOn: '2026-11-30' };
const mailed = { orderNumbers: ['1042'], noticeId: 'notice-1042-1' };
const late = [
  { ...lens, revisedShipBy: '2026-12-09' },
  { ...bag, revisedShipBy: null },
  { ...tripod, revisedShipBy: '2026-12-09' },
];

/** What each message to a customer tells, with every branch that it has taken somewhere; several where one set cannot. */
export const MESSAGE_FACTS: Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, ...object[]]>> = {
  order_confirmed: [
    {
      orderNumber: '1042',
      total: usd(100_000),
      lines: [
        { ...bag, unitsNow: 1, cautiousOn: '2026-11-25' },
        { ...lens, unitsNow: 1, cautiousOn: '2026-12-09' },
        { ...tripod, unitsNow: 0, cautiousOn: null },
      ],
    },
    { orderNumber: '1042', total: usd(12_000), lines: [{ ...tripod, unitsNow: 0, cautiousOn: '2026-12-09' }] },
  ],
  shipped: [
    {
      orderNumber: '1042',
      parcel,
      items: [lens, bag, tripod, { lineName: 'Lens cloth', quantity: 3 }],
      arrivesLikelyOn: '2026-11-27',
      arrivesCautiousOn: '2026-11-30',
      moreFollows: true,
    },
    {
      orderNumber: '1042',
      parcel,
      items: [bag],
      arrivesLikelyOn: '2026-11-27',
      arrivesCautiousOn: '2026-11-27',
      moreFollows: false,
    },
  ],
  arriving_today: [
    { orderNumber: '1042', parcel, items: [lens, bag, tripod], arrivesOn: '2026-11-23', saidByCarrier: true },
    { orderNumber: '1042', parcel, items: [bag], arrivesOn: '2026-11-23', saidByCarrier: false },
  ],
  date_moved: [
    {
      orderNumber: '1042',
      lines: [
        { ...lens, ...moved },
        { ...bag, ...moved },
        { ...tripod, ...moved },
      ],
    },
    { orderNumber: '1042', lines: [{ ...lens, ...moved }] },
  ],
  back_on_time: [
    {
      orderNumber: '1042',
      lines: [
        { ...lens, ...sooner },
        { ...bag, ...sooner },
        { ...tripod, ...sooner },
      ],
    },
    { orderNumber: '1042', lines: [{ ...lens, ...sooner }] },
  ],
  refund_sent: [
    {
      orderNumber: '1042',
      refundId: 7,
      refundAmount: usd(88_000),
      refundMethod: 'Visa ending 4417',
      refundSentOn: '2026-11-23',
      refundExpectedBy: '2026-12-01',
    },
  ],
  cancelled: [
    { orderNumber: '1042', items: [lens, bag], ...refund, isWhole: false },
    { orderNumber: '1042', items: [lens], ...refund, refundAmount: usd(0), isWhole: true },
  ],
  swapped: [
    {
      orderNumber: '1042',
      orderLineId: '1042-2',
      lineName: '50 mm lens',
      substituteName: '55 mm lens',
      quantity: 2,
      ...refund,
    },
    {
      orderNumber: '1042',
      orderLineId: '1042-2',
      lineName: '50 mm lens',
      substituteName: '55 mm lens',
      quantity: 1,
      ...refund,
      refundAmount: usd(0),
    },
  ],
  split: [
    { orderNumber: '1042', splitNow: [bag], splitLater: [lens], splitCost: usd(599), chargedTo: 'Visa ending 4417' },
    { orderNumber: '1042', splitNow: [bag], splitLater: [lens], splitCost: usd(0), chargedTo: 'Visa ending 4417' },
  ],
  upgraded: [
    { orderNumber: '1042', upgradeCost: usd(1_595), chargedTo: 'Visa ending 4417' },
    { orderNumber: '1042', upgradeCost: usd(0), chargedTo: 'Visa ending 4417' },
  ],
  address_changed: [{ orderNumber: '1042', newAddress: 'Ana Silva, 12 Oak Street, Portland, OR 97201' }],
  back_in_stock: [{ sku: 'LEN-50', productName: '50 mm lens', price: usd(82_000), askedOn: '2026-11-10' }],
  notice_mailed: [
    { ...mailed, lines: late, answerBy: '2026-12-07' },
    { ...mailed, lines: late.slice(0, 1), answerBy: null },
    { ...mailed, orderNumbers: ['1042', '1050'], lines: late.slice(0, 2), answerBy: null },
  ],
  reminder_mailed: [
    { ...mailed, lines: late, answerBy: '2026-12-07' },
    { ...mailed, orderNumbers: ['1042', '1050'], lines: late.slice(0, 1), answerBy: '2026-12-07' },
  ],
  cancellation_mailed: [
    { ...mailed, lines: [lens, bag, tripod], ...refund },
    { ...mailed, orderNumbers: ['1042', '1050'], lines: [lens, bag], ...refund },
  ],
};
