import { type CatalogueItem, variantsOf } from './item.js';

const legs = { supplier: 'foundry-lane', costPercent: 57 } as const;

export const TRIPODS: readonly CatalogueItem[] = [
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'tallowick-wander',
      title: 'Wander travel tripod',
      brand: 'Tallowick',
      description: 'Folds to the length of a water bottle, stands at eye height.',
      attributes: { type: 'tripod', maxHeightCm: 148, foldedCm: 38, plate: 'dovetail 38 mm' },
    },
    [
      {
        sku: 'TRI-TRV-AL',
        name: 'aluminum',
        price: 129,
        attributes: { material: 'aluminum', maxLoadKg: 6, weightGrams: 1390 },
        look: { shape: 'tripod', body: 'silver', accent: 'orange', size: 0.3 },
      },
      {
        sku: 'TRI-TRV-CF',
        name: 'carbon',
        price: 219,
        attributes: { material: 'carbon', maxLoadKg: 8, weightGrams: 1060 },
        look: { shape: 'tripod', body: 'carbon', accent: 'orange', size: 0.3 },
      },
    ],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'brackenrod-stance',
      title: 'Stance studio tripod',
      brand: 'Brackenrod',
      description: 'Three wide legs and a crank column that does not creep.',
      attributes: { type: 'tripod', maxHeightCm: 182, foldedCm: 68, plate: 'dovetail 50 mm' },
    },
    [
      {
        sku: 'TRI-STU-AL',
        name: 'aluminum',
        price: 179,
        attributes: { material: 'aluminum', maxLoadKg: 12, weightGrams: 2900 },
        look: { shape: 'tripod', body: 'graphite', accent: 'blue', size: 1 },
      },
      {
        sku: 'TRI-STU-CF',
        name: 'carbon',
        price: 329,
        attributes: { material: 'carbon', maxLoadKg: 15, weightGrams: 2150 },
        look: { shape: 'tripod', body: 'carbon', accent: 'blue', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'tallowick-perch',
      title: 'Perch tabletop tripod',
      brand: 'Tallowick',
      description: 'Fits a jacket pocket and doubles as a grip for filming.',
      attributes: { type: 'table tripod', maxHeightCm: 21, maxLoadKg: 2, weightGrams: 210 },
    },
    [
      {
        sku: 'TRI-MINI-BLK',
        name: 'black',
        price: 29,
        attributes: { colour: 'black' },
        look: { shape: 'mini-tripod', body: 'black', accent: 'silver' },
      },
      {
        sku: 'TRI-MINI-ORG',
        name: 'orange',
        price: 29,
        attributes: { colour: 'orange' },
        look: { shape: 'mini-tripod', body: 'orange', accent: 'black' },
      },
    ],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'tallowick-vine',
      title: 'Vine flexible tripod',
      brand: 'Tallowick',
      description: 'Wraps around a railing, a branch, a bicycle.',
      attributes: { type: 'flexible tripod', colour: 'black' },
    },
    [
      {
        sku: 'TRI-FLEX-S',
        name: 'small',
        price: 39,
        attributes: { size: 'small', maxLoadKg: 1, maxHeightCm: 25 },
        look: { shape: 'flexible-tripod', body: 'graphite', accent: 'yellow', size: 0.2 },
      },
      {
        sku: 'TRI-FLEX-L',
        name: 'large',
        price: 59,
        attributes: { size: 'large', maxLoadKg: 3, maxHeightCm: 32 },
        look: { shape: 'flexible-tripod', body: 'black', accent: 'red', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'brackenrod-staff',
      title: 'Staff monopod',
      brand: 'Brackenrod',
      description: 'One leg, five sections, a foot that grips wet stone.',
      attributes: { type: 'monopod', maxHeightCm: 165, maxLoadKg: 8 },
    },
    [
      {
        sku: 'TRI-MONO-AL',
        name: 'aluminum',
        price: 69,
        attributes: { material: 'aluminum', weightGrams: 640 },
        look: { shape: 'monopod', body: 'silver', accent: 'green' },
      },
      {
        sku: 'TRI-MONO-CF',
        name: 'carbon',
        price: 119,
        attributes: { material: 'carbon', weightGrams: 470 },
        look: { shape: 'monopod', body: 'carbon', accent: 'green' },
      },
    ],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'brackenrod-orb',
      title: 'Orb ball head',
      brand: 'Brackenrod',
      description: 'One knob locks everything; a second one pans.',
      attributes: { type: 'ball head', plate: 'dovetail 38 mm', thread: '3/8 inch' },
    },
    [
      {
        sku: 'TRI-BALL-28',
        name: '28 mm',
        price: 59,
        attributes: { size: '28 mm', maxLoadKg: 6 },
        look: { shape: 'ball-head', body: 'graphite', accent: 'silver', size: 0.1 },
      },
      {
        sku: 'TRI-BALL-36',
        name: '36 mm',
        price: 89,
        attributes: { size: '36 mm', maxLoadKg: 12 },
        look: { shape: 'ball-head', body: 'black', accent: 'orange', size: 0.5 },
      },
      {
        sku: 'TRI-BALL-44',
        name: '44 mm',
        price: 139,
        attributes: { size: '44 mm', maxLoadKg: 20 },
        look: { shape: 'ball-head', body: 'navy', accent: 'silver', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'brackenrod-glide',
      title: 'Glide 60 fluid head',
      brand: 'Brackenrod',
      description: 'Slow, even pans for video, with a counterweight that holds where you let go.',
      attributes: { type: 'fluid head', maxLoadKg: 5, size: '60 mm', thread: '3/8 inch' },
    },
    [{ sku: 'TRI-FLUID-60', price: 199, look: { shape: 'fluid-head', body: 'black', accent: 'red' } }],
  ),
  ...variantsOf(
    'Tripods',
    {
      ...legs,
      id: 'tallowick-postcard',
      title: 'Postcard phone tripod',
      brand: 'Tallowick',
      description: 'Grips any phone, with a remote that clips to the leg.',
      attributes: { type: 'table tripod', holds: 'phones 58-90 mm', maxHeightCm: 34, colour: 'cream' },
    },
    [
      {
        sku: 'TRI-PHONE-CRM',
        price: 35,
        look: { shape: 'mini-tripod', body: 'cream', accent: 'blue', detail: 'phone' },
      },
    ],
  ),
];
