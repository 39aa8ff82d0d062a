import { type CatalogueItem, variantsOf } from './item.js';

const charger = { brand: 'Voltmarrow', supplier: 'sunfield', costPercent: 46 } as const;

export const POWER: readonly CatalogueItem[] = [
  ...variantsOf(
    'Power',
    {
      ...charger,
      id: 'voltmarrow-65',
      title: '65 W wall charger',
      description: 'A laptop and a phone from one plug the size of a matchbox.',
      attributes: { type: 'charger', watts: 65, ports: 2, output: 'USB-C' },
    },
    [
      {
        sku: 'PWR-65-US',
        name: 'US plug',
        price: 49,
        attributes: { plug: 'US' },
        look: { shape: 'charger', body: 'white', accent: 'green', detail: 'US', label: '65' },
      },
      {
        sku: 'PWR-65-EU',
        name: 'EU plug',
        price: 49,
        attributes: { plug: 'EU' },
        look: { shape: 'charger', body: 'white', accent: 'blue', detail: 'EU', label: '65' },
      },
      {
        sku: 'PWR-65-UK',
        name: 'UK plug',
        price: 49,
        attributes: { plug: 'UK' },
        look: { shape: 'charger', body: 'white', accent: 'red', detail: 'UK', label: '65' },
      },
    ],
  ),
  ...variantsOf(
    'Power',
    {
      ...charger,
      id: 'voltmarrow-100',
      title: '100 W wall charger',
      description: 'Four ports that share fairly.',
      attributes: { type: 'charger', watts: 100, ports: 4, output: 'USB-C' },
    },
    [
      {
        sku: 'PWR-100-US',
        name: 'US plug',
        price: 79,
        attributes: { plug: 'US' },
        look: { shape: 'charger', body: 'black', accent: 'green', detail: 'US', label: '100', size: 1 },
      },
      {
        sku: 'PWR-100-EU',
        name: 'EU plug',
        price: 79,
        attributes: { plug: 'EU' },
        look: { shape: 'charger', body: 'black', accent: 'blue', detail: 'EU', label: '100', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Power',
    {
      id: 'ampleigh-reserve',
      title: 'Reserve power bank',
      brand: 'Ampleigh',
      supplier: 'sunfield',
      description: 'Tells you in percent, not in dots, what is left.',
      attributes: { type: 'power bank', output: 'USB-C' },
      costPercent: 50,
    },
    [
      {
        sku: 'PWR-BNK-10',
        name: '10,000 mAh',
        price: 39,
        attributes: { capacity: '10000 mAh', watts: 20, weightGrams: 190 },
        look: { shape: 'power-bank', body: 'mint', accent: 'white', size: 0, label: '82' },
      },
      {
        sku: 'PWR-BNK-20',
        name: '20,000 mAh',
        price: 59,
        attributes: { capacity: '20000 mAh', watts: 45, weightGrams: 345 },
        look: { shape: 'power-bank', body: 'navy', accent: 'white', size: 0.5, label: '64' },
      },
      {
        sku: 'PWR-BNK-27',
        name: '27,000 mAh',
        price: 89,
        attributes: { capacity: '27000 mAh', watts: 100, weightGrams: 520 },
        look: { shape: 'power-bank', body: 'black', accent: 'orange', size: 1, label: '97' },
      },
    ],
  ),
  ...variantsOf(
    'Power',
    {
      id: 'ampleigh-braid',
      title: 'Braid USB-C cable',
      brand: 'Ampleigh',
      supplier: 'harrow-pike',
      description: 'Woven, 100 W, and the one the cat has not yet beaten.',
      attributes: { type: 'cable', plug: 'USB-C', watts: 100 },
      costPercent: 38,
    },
    [
      {
        sku: 'PWR-CBL-1',
        name: '1 m',
        price: 14,
        attributes: { length: '1 m', colour: 'orange' },
        look: { shape: 'cable', body: 'orange', size: 0 },
      },
      {
        sku: 'PWR-CBL-2',
        name: '2 m',
        price: 19,
        attributes: { length: '2 m', colour: 'blue' },
        look: { shape: 'cable', body: 'blue', size: 0.5 },
      },
      {
        sku: 'PWR-CBL-3',
        name: '3 m',
        price: 25,
        attributes: { length: '3 m', colour: 'graphite' },
        look: { shape: 'cable', body: 'graphite', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Power',
    {
      id: 'ampleigh-cell',
      title: 'Camera battery',
      brand: 'Ampleigh',
      supplier: 'pacific-crest',
      description: 'A second one, so that the first may be empty.',
      attributes: { type: 'camera battery', capacity: '1600 mAh' },
      costPercent: 44,
    },
    [
      {
        sku: 'PWR-BAT-AW',
        name: 'for AW cameras',
        price: 49,
        attributes: { mount: 'AW' },
        look: { shape: 'battery', body: 'black', accent: 'orange', label: 'AW' },
      },
      {
        sku: 'PWR-BAT-CX',
        name: 'for CX cameras',
        price: 49,
        attributes: { mount: 'CX' },
        look: { shape: 'battery', body: 'graphite', accent: 'sage', label: 'CX' },
      },
    ],
  ),
  ...variantsOf(
    'Power',
    {
      id: 'ampleigh-saucer',
      title: 'Saucer charging pad',
      brand: 'Ampleigh',
      supplier: 'harrow-pike',
      description: 'Put the phone down; that is all.',
      attributes: { type: 'charging pad', watts: 15, plug: 'USB-C', colour: 'sand' },
      costPercent: 45,
    },
    [{ sku: 'PWR-PAD-SND', price: 35, look: { shape: 'charging-pad', body: 'sand', accent: 'white' } }],
  ),
  ...variantsOf(
    'Power',
    {
      ...charger,
      id: 'voltmarrow-world',
      title: 'World travel adapter',
      description: 'One cube for 150 countries, with a spare fuse inside.',
      attributes: { type: 'travel adapter', plug: 'US, EU, UK, AU', ports: 3, watts: 30 },
    },
    [{ sku: 'PWR-TRV-RED', price: 45, look: { shape: 'travel-adapter', body: 'red', accent: 'white' } }],
  ),
];
