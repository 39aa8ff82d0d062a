import type { Colour } from '../pictures/look.js';
import { type CatalogueItem, variantsOf } from './item.js';

const card = (sku: string, capacity: number, price: number, accent: Colour) => ({
  sku,
  name: `${capacity} GB`,
  price,
  attributes: { capacity: `${capacity} GB` },
  look: { shape: 'memory-card', body: 'black', accent, label: String(capacity) } as const,
});

const micro = (sku: string, capacity: number, price: number, accent: Colour) => ({
  ...card(sku, capacity, price, accent),
  look: { shape: 'micro-card', body: 'graphite', accent, label: String(capacity) } as const,
});

export const STORAGE: readonly CatalogueItem[] = [
  ...variantsOf(
    'Storage',
    {
      id: 'cindervault-card',
      title: 'Full-size memory card',
      brand: 'Cindervault',
      supplier: 'bluewater',
      description: 'Fast enough for 4K, tough enough for a washing machine. Once.',
      attributes: { type: 'memory card', form: 'full-size', readMBs: 200, writeMBs: 140 },
      costPercent: 52,
    },
    [
      card('STO-CARD-64', 64, 19, 'yellow'),
      card('STO-CARD-128', 128, 29, 'orange'),
      card('STO-CARD-256', 256, 49, 'red'),
      card('STO-CARD-512', 512, 89, 'violet'),
    ],
  ),
  ...variantsOf(
    'Storage',
    {
      id: 'cindervault-micro',
      title: 'Micro memory card',
      brand: 'Cindervault',
      supplier: 'bluewater',
      description: 'For drones, action cameras and phones; with an adapter for full-size slots.',
      attributes: { type: 'memory card', form: 'micro', readMBs: 180, writeMBs: 120 },
      costPercent: 52,
    },
    [
      micro('STO-MICRO-128', 128, 24, 'mint'),
      micro('STO-MICRO-256', 256, 39, 'blue'),
      micro('STO-MICRO-512', 512, 69, 'pink'),
    ],
  ),
  ...variantsOf(
    'Storage',
    {
      id: 'pocketsilt-slab',
      title: 'Slab portable SSD',
      brand: 'Pocketsilt',
      supplier: 'emberline',
      description: 'Drop it from the desk; the film is still on it.',
      attributes: { type: 'portable drive', technology: 'solid state', plug: 'USB-C', readMBs: 1000 },
      costPercent: 60,
    },
    [
      {
        sku: 'STO-SSD-1T',
        name: '1 TB',
        price: 99,
        attributes: { capacity: '1 TB', colour: 'sage' },
        look: { shape: 'solid-drive', body: 'sage', accent: 'white', label: '1 TB' },
      },
      {
        sku: 'STO-SSD-2T',
        name: '2 TB',
        price: 169,
        attributes: { capacity: '2 TB', colour: 'orange' },
        look: { shape: 'solid-drive', body: 'orange', accent: 'white', label: '2 TB' },
      },
      {
        sku: 'STO-SSD-4T',
        name: '4 TB',
        price: 319,
        attributes: { capacity: '4 TB', colour: 'navy' },
        look: { shape: 'solid-drive', body: 'navy', accent: 'yellow', label: '4 TB' },
      },
    ],
  ),
  ...variantsOf(
    'Storage',
    {
      id: 'pocketsilt-cellar',
      title: 'Cellar backup drive',
      brand: 'Pocketsilt',
      supplier: 'emberline',
      description: 'Room for all of it, for the price of a dinner.',
      attributes: { type: 'portable drive', technology: 'hard disk', plug: 'USB-C', readMBs: 130 },
      costPercent: 62,
    },
    [
      {
        sku: 'STO-HDD-2T',
        name: '2 TB',
        price: 79,
        attributes: { capacity: '2 TB' },
        look: { shape: 'hard-drive', body: 'graphite', accent: 'mint', label: '2 TB' },
      },
      {
        sku: 'STO-HDD-5T',
        name: '5 TB',
        price: 139,
        attributes: { capacity: '5 TB' },
        look: { shape: 'hard-drive', body: 'silver', accent: 'red', label: '5 TB', size: 1 },
      },
    ],
  ),
  ...variantsOf(
    'Storage',
    {
      id: 'pocketsilt-acorn',
      title: 'Acorn USB stick',
      brand: 'Pocketsilt',
      supplier: 'harrow-pike',
      description: 'Both plugs, one cap, and a hole for the key ring.',
      attributes: { type: 'stick', plug: 'USB-A and USB-C' },
      costPercent: 43,
    },
    [
      {
        sku: 'STO-STICK-64',
        name: '64 GB',
        price: 19,
        attributes: { capacity: '64 GB' },
        look: { shape: 'memory-stick', body: 'blue', label: '64' },
      },
      {
        sku: 'STO-STICK-256',
        name: '256 GB',
        price: 39,
        attributes: { capacity: '256 GB' },
        look: { shape: 'memory-stick', body: 'red', label: '256' },
      },
    ],
  ),
  ...variantsOf(
    'Storage',
    {
      id: 'cindervault-gate',
      title: 'Gate card reader',
      brand: 'Cindervault',
      supplier: 'harrow-pike',
      description: 'Full-size and micro at the same time.',
      attributes: { type: 'card reader', plug: 'USB-C', slots: 2 },
      costPercent: 44,
    },
    [{ sku: 'STO-READ-C', price: 29, look: { shape: 'card-reader', body: 'graphite', accent: 'yellow' } }],
  ),
];
