import { type CatalogueItem, variantsOf } from './item.js';

const keys = { brand: 'Keyhollow', supplier: 'pacific-crest', costPercent: 53 } as const;
const desk = { brand: 'Quillmere', supplier: 'sunfield', costPercent: 50 } as const;

export const DESK: readonly CatalogueItem[] = [
  ...variantsOf(
    'Desk',
    {
      ...keys,
      id: 'keyhollow-60',
      title: 'Burrow 60 keyboard',
      description: 'Small, wireless, and room for the mouse.',
      attributes: { type: 'keyboard', size: '60 %', layout: 'US', wireless: true },
    },
    [
      {
        sku: 'DSK-KEY60-LIN',
        name: 'linear switches',
        price: 89,
        attributes: { switches: 'linear', colour: 'cream' },
        look: { shape: 'keyboard', body: 'cream', accent: 'red', size: 0 },
      },
      {
        sku: 'DSK-KEY60-TAC',
        name: 'tactile switches',
        price: 89,
        attributes: { switches: 'tactile', colour: 'navy' },
        look: { shape: 'keyboard', body: 'navy', accent: 'yellow', size: 0 },
      },
    ],
  ),
  ...variantsOf(
    'Desk',
    {
      ...keys,
      id: 'keyhollow-75',
      title: 'Burrow 75 keyboard',
      description: 'Arrow keys, a knob for the volume, swappable switches.',
      attributes: { type: 'keyboard', size: '75 %', layout: 'US', wireless: true },
    },
    [
      {
        sku: 'DSK-KEY75-LIN',
        name: 'linear switches',
        price: 129,
        attributes: { switches: 'linear', colour: 'graphite' },
        look: { shape: 'keyboard', body: 'graphite', accent: 'mint', size: 0.5 },
      },
      {
        sku: 'DSK-KEY75-TAC',
        name: 'tactile switches',
        price: 129,
        attributes: { switches: 'tactile', colour: 'sage' },
        look: { shape: 'keyboard', body: 'sage', accent: 'orange', size: 0.5 },
      },
    ],
  ),
  ...variantsOf(
    'Desk',
    {
      ...keys,
      id: 'keyhollow-100',
      title: 'Burrow 100 keyboard',
      description: 'The whole board, number pad and all, quiet enough for an open office.',
      attributes: { type: 'keyboard', size: '100 %', switches: 'silent linear', wireless: true },
    },
    [
      {
        sku: 'DSK-KEY100-US',
        name: 'US layout',
        price: 109,
        attributes: { layout: 'US', colour: 'black' },
        look: { shape: 'keyboard', body: 'black', accent: 'blue', size: 1 },
      },
      {
        sku: 'DSK-KEY100-UK',
        name: 'UK layout',
        price: 109,
        attributes: { layout: 'UK', colour: 'white' },
        look: { shape: 'keyboard', body: 'white', accent: 'green', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Desk',
    {
      ...desk,
      id: 'quillmere-vole',
      title: 'Vole wireless mouse',
      description: 'Silent clicks; a charge lasts ten weeks.',
      attributes: { type: 'mouse', wireless: true, plug: 'USB-C' },
    },
    [
      {
        sku: 'DSK-MOU-BLK',
        name: 'black',
        price: 49,
        attributes: { colour: 'black' },
        look: { shape: 'mouse', body: 'black', accent: 'orange' },
      },
      {
        sku: 'DSK-MOU-WHT',
        name: 'white',
        price: 49,
        attributes: { colour: 'white' },
        look: { shape: 'mouse', body: 'white', accent: 'blue' },
      },
      {
        sku: 'DSK-MOU-SGE',
        name: 'sage',
        price: 49,
        attributes: { colour: 'sage' },
        look: { shape: 'mouse', body: 'sage', accent: 'white' },
      },
    ],
  ),
  ...variantsOf(
    'Desk',
    {
      ...desk,
      id: 'quillmere-hub',
      title: 'Junction 7-port hub',
      description: 'All the ports your laptop left out.',
      attributes: { type: 'hub', ports: 7, plug: 'USB-C', watts: 60, colour: 'silver' },
    },
    [{ sku: 'DSK-HUB-7', price: 59, look: { shape: 'hub', body: 'silver', size: 0.2 } }],
  ),
  ...variantsOf(
    'Desk',
    {
      ...desk,
      id: 'quillmere-dock',
      title: 'Junction 12-port dock',
      description: 'One cable to the laptop; two screens, network and power behind it.',
      attributes: { type: 'dock', ports: 12, plug: 'USB-C', watts: 100, colour: 'graphite' },
    },
    [{ sku: 'DSK-DOCK-12', price: 199, look: { shape: 'hub', body: 'graphite', size: 1 } }],
  ),
  ...variantsOf(
    'Desk',
    {
      ...desk,
      id: 'quillmere-peep',
      title: 'Peep webcam',
      description: 'Sees you well in a dim room, and has a shutter for when it should not.',
      attributes: { type: 'webcam', plug: 'USB-C' },
    },
    [
      {
        sku: 'DSK-CAM-HD',
        name: 'HD',
        price: 59,
        attributes: { video: '1080p 30', colour: 'graphite' },
        look: { shape: 'webcam', body: 'graphite', accent: 'blue' },
      },
      {
        sku: 'DSK-CAM-4K',
        name: '4K',
        price: 119,
        attributes: { video: '4K 30', colour: 'white' },
        look: { shape: 'webcam', body: 'white', accent: 'violet' },
      },
    ],
  ),
  ...variantsOf(
    'Desk',
    {
      ...desk,
      id: 'quillmere-shelf',
      title: 'Lectern laptop stand',
      supplier: 'foundry-lane',
      description: 'Lifts the screen to your eyes. One bent sheet, no screws.',
      attributes: { type: 'laptop stand', material: 'aluminum', fits: '11-17 inch' },
    },
    [
      {
        sku: 'DSK-STD-SLV',
        name: 'silver',
        price: 45,
        attributes: { colour: 'silver' },
        look: { shape: 'laptop-stand', body: 'silver' },
      },
      {
        sku: 'DSK-STD-BLK',
        name: 'black',
        price: 45,
        attributes: { colour: 'black' },
        look: { shape: 'laptop-stand', body: 'black' },
      },
    ],
  ),
];
