import { describe, expect, it } from 'vitest';
import { matchProducts, productsMeant } from '../../../src/domain/catalogue/match-products.js';

const TITLES = [
  'A1 mirrorless camera, black',
  'A1 mirrorless camera, silver, with 35 mm lens',
  'Camera battery, for AW cameras',
  '35 mm f/2 lens, AW mount',
  '50 mm f/1.8 lens, AW mount',
  'Halo ring light, 14 inch',
  'Halo ring light, 18 inch',
  'Hush noise-cancelling headphones, sand',
  'Junction 12-port dock',
];
const products = TITLES.map((title) => ({ title, brand: title.startsWith('Halo') ? 'Lumen Row' : 'Alderwyn' }));
const meant = (words: string) => productsMeant(words, products).map((index) => TITLES[index]);

describe('which products a question names', () => {
  it.each([
    ['is the 50mm lens in stock?', ['50 mm f/1.8 lens, AW mount']],
    ['do u have hte 18 inch ring ligth', ['Halo ring light, 18 inch']],
    ['when will the headfones be back', ['Hush noise-cancelling headphones, sand']],
    ['any docks left', ['Junction 12-port dock']],
    ['do you sell a black camera', ['A1 mirrorless camera, black']],
    ['Is the Junction dock available at the moment?', ['Junction 12-port dock']],
  ])('%s', (words, expected) => {
    expect(meant(words)).toEqual(expected);
  });

  it('several when the words leave it open', () => {
    expect(meant('have you got a ring light')).toEqual(['Halo ring light, 14 inch', 'Halo ring light, 18 inch']);
  });

  it('a camera is a camera, not what belongs to one', () => {
    expect(meant('is the mirrorless camera in stock')).toEqual([TITLES[0], TITLES[1]]);
    expect(meant('camera batteries?')).toEqual(['Camera battery, for AW cameras']);
  });

  it.each(['is it in stock?', 'available or not?', 'do you have folding kayaks', 'the 85 mm', ''])(
    'none: %s',
    (words) => {
      expect(meant(words)).toEqual([]);
    },
  );

  it('scores from 0 to 1, best first, and finds every title by itself', () => {
    for (const [index, { title }] of products.entries()) {
      const matches = matchProducts(title, products);
      expect(matches[0]?.index).toBe(index);
      for (const { score } of matches) expect(score > 0 && score <= 1).toBe(true);
      expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a));
    }
  });

  it('finds nothing in an empty shop', () => {
    expect(productsMeant('a lens', [])).toEqual([]);
  });
});
