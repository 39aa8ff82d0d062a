import type { Look } from '../pictures/look.js';
import type { DemoSupplierId } from '../suppliers/supplier.js';
import { type Attributes, type CatalogueItem, variantsOf } from './item.js';

interface Lens {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly price: number;
  readonly attributes: Attributes;
  readonly mounts: readonly ('AW' | 'CX')[];
  readonly look: Omit<Look, 'body' | 'accent'>;
}

/** Each mount is a maker's own: AW lenses come from Alderwyn, CX lenses from Corvessa. */
const MAKERS: Record<'AW' | 'CX', { brand: string; supplier: DemoSupplierId; look: Pick<Look, 'body' | 'accent'> }> = {
  AW: { brand: 'Alderwyn', supplier: 'marlow', look: { body: 'black', accent: 'orange' } },
  CX: { brand: 'Corvessa', supplier: 'pacific-crest', look: { body: 'graphite', accent: 'sage' } },
};

const lens = (item: Lens): CatalogueItem[] =>
  item.mounts.flatMap((mount) => {
    const { brand, supplier, look } = MAKERS[mount];
    const { title, description, attributes, price } = item;
    return variantsOf(
      'Lenses',
      {
        id: `lens-${item.code}-${mount}`.toLowerCase(),
        title,
        brand,
        supplier,
        description,
        attributes,
        costPercent: 63,
      },
      [
        {
          sku: `LEN-${item.code}-${mount}`,
          name: `${mount} mount`,
          price,
          attributes: { mount },
          look: { ...item.look, ...look },
        },
      ],
    );
  });

export const LENSES: readonly CatalogueItem[] = [
  ...lens({
    code: '24',
    title: '24 mm f/2.8 wide lens',
    description: 'Rooms, streets and skies; barely longer than its cap.',
    price: 329,
    attributes: { type: 'prime', focalLength: '24 mm', aperture: 'f/2.8', filter: '49 mm' },
    mounts: ['AW', 'CX'],
    look: { shape: 'prime-lens', size: 0.1, label: '24' },
  }),
  ...lens({
    code: '35',
    title: '35 mm f/2 lens',
    description: 'The one to leave on the camera. Quiet, quick focus.',
    price: 399,
    attributes: { type: 'prime', focalLength: '35 mm', aperture: 'f/2', filter: '49 mm' },
    mounts: ['AW', 'CX'],
    look: { shape: 'prime-lens', size: 0.3, label: '35' },
  }),
  ...lens({
    code: '50',
    title: '50 mm f/1.8 lens',
    description: 'Bright enough for a birthday by candlelight.',
    price: 249,
    attributes: { type: 'prime', focalLength: '50 mm', aperture: 'f/1.8', filter: '52 mm' },
    mounts: ['AW', 'CX'],
    look: { shape: 'prime-lens', size: 0.45, label: '50' },
  }),
  ...lens({
    code: '55',
    title: '55 mm f/1.8 lens',
    description: 'A touch longer than a fifty, with a metal barrel and a hood in the box.',
    price: 269,
    attributes: { type: 'prime', focalLength: '55 mm', aperture: 'f/1.8', filter: '52 mm' },
    mounts: ['AW'],
    look: { shape: 'prime-lens', size: 0.55, label: '55' },
  }),
  ...lens({
    code: '85',
    title: '85 mm f/1.8 portrait lens',
    description: 'Faces sharp, everything behind them soft.',
    price: 479,
    attributes: { type: 'prime', focalLength: '85 mm', aperture: 'f/1.8', filter: '67 mm' },
    mounts: ['AW', 'CX'],
    look: { shape: 'prime-lens', size: 0.85, label: '85' },
  }),
  ...lens({
    code: '1855',
    title: '18-55 mm f/3.5-5.6 zoom lens',
    description: 'From a kitchen to a face across the table, steadied by four stops.',
    price: 299,
    attributes: { type: 'zoom', focalLength: '18-55 mm', aperture: 'f/3.5-5.6', filter: '58 mm' },
    mounts: ['AW', 'CX'],
    look: { shape: 'zoom-lens', size: 0.35, label: '18-55' },
  }),
  ...lens({
    code: '70300',
    title: '70-300 mm f/4-5.6 telephoto zoom',
    description: 'Birds, goals and school plays from the back row.',
    price: 649,
    attributes: { type: 'zoom', focalLength: '70-300 mm', aperture: 'f/4-5.6', filter: '67 mm' },
    mounts: ['AW', 'CX'],
    look: { shape: 'zoom-lens', size: 1, label: '70-300' },
  }),
  ...lens({
    code: '100M',
    title: '100 mm f/2.8 macro lens',
    description: 'Life size, from 30 cm away.',
    price: 559,
    attributes: { type: 'macro', focalLength: '100 mm', aperture: 'f/2.8', filter: '62 mm' },
    mounts: ['AW'],
    look: { shape: 'prime-lens', size: 1, label: '100' },
  }),
  ...lens({
    code: '16F',
    title: '16 mm f/2.8 fisheye lens',
    description: 'All of the skate bowl, and your own shoes.',
    price: 379,
    attributes: { type: 'fisheye', focalLength: '16 mm', aperture: 'f/2.8', filter: 'none' },
    mounts: ['CX'],
    look: { shape: 'prime-lens', size: 0, label: '16', detail: 'dome' },
  }),
];
