import type { DemoRows } from './rows.js';

export const LOCATIONS: DemoRows['locations'] = [
  { id: 'pdx', name: 'Portland warehouse', kind: 'warehouse', zone: 'America/Los_Angeles', postcode: '97218' },
  { id: 'cmh', name: 'Columbus warehouse', kind: 'warehouse', zone: 'America/New_York', postcode: '43219' },
  { id: 'chicago', name: 'Chicago store', kind: 'store', zone: 'America/Chicago', postcode: '60622' },
  { id: 'foundry', name: 'Foundry Lane, drop-ship', kind: 'drop_ship', zone: 'America/Denver', postcode: '80205' },
];

export type LocationName = 'pdx' | 'cmh' | 'chicago' | 'foundry';

export const SALES_CHANNELS: DemoRows['sales_channels'] = [
  { id: 'web', name: 'Web shop' },
  { id: 'store', name: 'Chicago store' },
  { id: 'marketplace', name: 'Marketplace' },
];

/** Where a parcel starts, as a carrier writes it. */
export const PICKED_UP_IN: Record<LocationName, string> = {
  pdx: 'Portland, OR',
  cmh: 'Columbus, OH',
  chicago: 'Chicago, IL',
  foundry: 'Denver, CO',
};

/** Bulky things that their maker sends for us. */
export const isDropShipped = (sku: string): boolean => /^TRI-(STU|MONO)-/.test(sku);

/** From where a line is sent: the maker, the store for its own sales, else the warehouse on the customer's side. */
export function locationFor(sku: string, salesChannel: string, zone: string): LocationName {
  if (isDropShipped(sku)) return 'foundry';
  if (salesChannel === 'store') return 'chicago';
  return zone === 'America/New_York' || zone === 'America/Chicago' ? 'cmh' : 'pdx';
}
