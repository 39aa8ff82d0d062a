import type { DemoCustomer, Fate, LinePlan, OrderPlan } from './order-plan.js';

/** The orders of the named people, one each and older ones for two of them. Days from today. */
export function namedOrders(customers: readonly DemoCustomer[]): OrderPlan[] {
  const order = (
    email: string,
    number: string | null,
    placed: number,
    lines: readonly LinePlan[],
    extra: Partial<Pick<OrderPlan, 'service' | 'neededBy'>> = {},
  ): OrderPlan => {
    const customer = customers.find((candidate) => candidate.email === `${email}@example.com`);
    if (!customer) throw new Error(`The demo shop has no customer ${email}`);
    return {
      ...(number === null ? {} : { number }),
      customer,
      placed,
      salesChannel: 'web',
      service: 'standard',
      lines,
      ...extra,
    };
  };
  return [
    order('ana.silva', '1042', -12.35, [
      {
        ...one('TRI-TRV-AL', { kind: 'sent', labelled: -3.4, handedOver: -3.1, delivered: null, waitedUntil: -4.2 }),
        shipBy: -1,
      },
      one('LEN-50-AW', waiting),
    ]),
    order('ben.okafor', '1067', -8.6, [{ sku: 'PWR-100-US', quantity: 3, fate: waiting }]),
    order('chloe.martin', '1083', -10.4, [one('TRI-FLUID-60', waiting)]),
    order('diego.ramos', '1105', -17.2, [one('DSK-KEY75-TAC', waiting)]),
    order('emma.lindqvist', '1128', -22.3, [
      one('CAM-SNAP-MNT', waiting),
      one('STO-MICRO-128', sent(-21.2, -20.9, -17.1)),
    ]),
    order('farid.haddad', '1136', -25.5, [{ ...one('AUD-MIC-XLR', waiting), shipBy: -4, noticeMissed: true }]),
    order('grace.kim', '1154', -9.7, [one('STO-SSD-2T', waiting)]),
    order('henry.walsh', '1171', -5.3, [one('AUD-ONE-BLK', waiting)]),
    order('iris.novak', '1190', -1.4, [one('AUD-BUD-GRN', { kind: 'allocated' })]),
    order('jonas.weber', '1206', -16.5, [
      one('DSK-KEY60-TAC', sent(-15.6, -15.2, -11.3)),
      one('DSK-MOU-BLK', sent(-15.6, -15.2, -11.3)),
    ]),
    order(
      'kavya.rao',
      '1219',
      -11.1,
      [one('CAM-A3-GRA', sent(-10.2, -9.9, -7.2)), one('LEN-85-AW', waiting), one('LGT-RING-18', waiting)],
      { service: 'express', neededBy: 16 },
    ),
    order('kavya.rao', null, -121.4, [one('AUD-OVR-BLU', sent(-120.3, -120.1, -117.2))]),
    order('kavya.rao', null, -64.2, [
      one('LEN-35-AW', sent(-63.5, -63.1, -60.3)),
      one('PWR-BAT-AW', sent(-63.5, -63.1, -60.3)),
    ]),
    order('liam.oconnor', '1234', -7.5, [
      { sku: 'DSK-KEY100-US', quantity: 12, fate: { kind: 'allocated' } },
      { sku: 'DSK-DOCK-12', quantity: 12, fate: waiting },
    ]),
    order('liam.oconnor', null, -88.3, [{ sku: 'STO-CARD-256', quantity: 8, fate: sent(-87.4, -87.1, -84.2) }]),
    order('maya.thompson', '1248', -1.8, [one('AUD-SPK-S-BLU', sent(-0.7, null, null))]),
    order('noah.fischer', '1263', -9.2, [one('PWR-TRV-RED', { kind: 'cancelled', at: -5.4 })]),
  ];
}

const waiting: Fate = { kind: 'waiting' };
const one = (sku: string, fate: Fate): LinePlan => ({ sku, quantity: 1, fate });
const sent = (labelled: number, handedOver: number | null, delivered: number | null): Fate => ({
  kind: 'sent',
  labelled,
  handedOver,
  delivered,
});
