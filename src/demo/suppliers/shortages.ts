/** A purchase order of today's shop, on the way. Days from today. */
export interface OpenOrder {
  readonly ordered: number;
  readonly units: number;
  /** Each date the supplier gave: when it was said, which day it named. Empty where the supplier says nothing. */
  readonly promises: readonly (readonly [givenOn: number, promisedOn: number])[];
  /** What came already. */
  readonly received?: { readonly on: number; readonly units: number };
}

/** A SKU that is sold out with people waiting. */
export interface Shortage {
  readonly sku: string;
  /** How many order lines wait beside those of the named people, and between which days they began to. */
  readonly waiting: number;
  readonly since: readonly [first: number, last: number];
  readonly supply: readonly OpenOrder[];
}

/**
 * The 25 SKUs that people wait for. Written out rather than drawn, so that every situation a shopper can be in is
 * there whatever the seed: on one purchase order, on two, on none, too few on the way, overdue, put off again and
 * again, arriving tomorrow, no word from the supplier, half of it here already.
 */
export const SHORTAGES: readonly Shortage[] = [
  { sku: 'LEN-50-AW', waiting: 13, since: [-19, -2], supply: [{ ordered: -24, units: 40, promises: [[-22, 6]] }] },
  {
    sku: 'PWR-100-US',
    waiting: 9,
    since: [-21, -3],
    supply: [
      { ordered: -31, units: 8, promises: [[-29, 4]] },
      { ordered: -12, units: 30, promises: [[-10, 19]] },
    ],
  },
  { sku: 'TRI-FLUID-60', waiting: 5, since: [-20, -4], supply: [] },
  { sku: 'DSK-KEY75-TAC', waiting: 9, since: [-24, -3], supply: [{ ordered: -41, units: 25, promises: [[-40, -5]] }] },
  {
    sku: 'CAM-SNAP-MNT',
    waiting: 12,
    since: [-27, -2],
    supply: [
      {
        ordered: -31,
        units: 36,
        promises: [
          [-30, -16],
          [-18, -10],
          [-11, -3],
          [-4, 4],
        ],
      },
    ],
  },
  {
    sku: 'AUD-MIC-XLR',
    waiting: 6,
    since: [-38, -6],
    supply: [
      {
        ordered: -36,
        units: 20,
        promises: [
          [-34, -7],
          [-9, 8],
        ],
      },
    ],
  },
  { sku: 'STO-SSD-2T', waiting: 10, since: [-16, -2], supply: [{ ordered: -23, units: 24, promises: [[-21, 1]] }] },
  { sku: 'AUD-ONE-BLK', waiting: 7, since: [-15, -2], supply: [{ ordered: -6, units: 30, promises: [[-5, 24]] }] },
  { sku: 'LEN-85-AW', waiting: 5, since: [-17, -3], supply: [{ ordered: -20, units: 12, promises: [[-18, 9]] }] },
  { sku: 'LGT-RING-18', waiting: 6, since: [-18, -3], supply: [{ ordered: -14, units: 20, promises: [] }] },
  { sku: 'DSK-DOCK-12', waiting: 5, since: [-13, -3], supply: [{ ordered: -19, units: 30, promises: [[-17, 12]] }] },
  {
    sku: 'CAM-A1-BLK',
    waiting: 11,
    since: [-18, -1],
    supply: [
      {
        ordered: -26,
        units: 20,
        promises: [
          [-25, 11],
          [-8, 15],
        ],
      },
    ],
  },
  { sku: 'CAM-C7-SGE', waiting: 5, since: [-14, -2], supply: [] },
  {
    sku: 'LEN-70300-CX',
    waiting: 9,
    since: [-22, -2],
    supply: [
      { ordered: -33, units: 6, promises: [[-32, 3]] },
      { ordered: -9, units: 12, promises: [[-8, 27]] },
    ],
  },
  {
    sku: 'TRI-TRV-CF',
    waiting: 10,
    since: [-26, -2],
    supply: [
      {
        ordered: -34,
        units: 24,
        promises: [
          [-32, -16],
          [-17, -9],
        ],
      },
    ],
  },
  { sku: 'TRI-BALL-44', waiting: 4, since: [-12, -3], supply: [] },
  { sku: 'LGT-PAN-L', waiting: 7, since: [-16, -1], supply: [{ ordered: -3, units: 15, promises: [[-1, 30]] }] },
  { sku: 'LGT-SOFT-90', waiting: 6, since: [-14, -2], supply: [{ ordered: -27, units: 18, promises: [] }] },
  { sku: 'AUD-OVR-SND', waiting: 11, since: [-12, -1], supply: [{ ordered: -11, units: 30, promises: [[-10, 3]] }] },
  {
    sku: 'AUD-LAV-2',
    waiting: 8,
    since: [-23, -3],
    supply: [
      {
        ordered: -37,
        units: 16,
        promises: [
          [-35, -8],
          [-14, -1],
          [-5, 10],
        ],
      },
    ],
  },
  { sku: 'PWR-BNK-27', waiting: 12, since: [-20, -1], supply: [{ ordered: -22, units: 7, promises: [[-20, 8]] }] },
  {
    sku: 'STO-CARD-512',
    waiting: 9,
    since: [-15, -1],
    supply: [
      { ordered: -30, units: 20, promises: [[-26, -4]], received: { on: -4, units: 16 } },
      { ordered: -8, units: 20, promises: [[-4, 18]] },
    ],
  },
  { sku: 'STO-MICRO-512', waiting: 9, since: [-11, -1], supply: [{ ordered: -24, units: 25, promises: [[-20, 2]] }] },
  {
    sku: 'CAM-GO-ORG',
    waiting: 8,
    since: [-21, -2],
    supply: [
      {
        ordered: -28,
        units: 14,
        promises: [
          [-27, -13],
          [-15, -7],
          [-8, -1],
        ],
      },
    ],
  },
  {
    sku: 'DSK-KEY60-LIN',
    waiting: 9,
    since: [-19, -2],
    supply: [
      { ordered: -30, units: 5, promises: [[-29, 5]] },
      { ordered: -15, units: 20, promises: [[-14, 21]] },
    ],
  },
];

const bySku = new Map(SHORTAGES.map((shortage) => [shortage.sku, shortage]));
export const shortageOf = (sku: string): Shortage | null => bySku.get(sku) ?? null;
