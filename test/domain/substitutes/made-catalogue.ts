import type { CatalogueProduct } from '../../../src/domain/substitutes/product.js';

/** One kind of thing of a made-up shop. `hard`: must be the same; `soft`: numbers that may differ a little. */
interface Kind {
  readonly category: string;
  readonly name: string;
  /** Titles of this kind say what the thing is for. */
  readonly goesWith?: string;
  readonly hard: Readonly<Record<string, readonly string[]>>;
  readonly soft: Readonly<Record<string, readonly [unit: string, values: readonly number[]]>>;
  readonly price: number;
}

const KINDS: readonly Kind[] = [
  {
    category: 'Photo > Lenses > Prime',
    name: 'Prime Lens',
    hard: { Mount: ['AW', 'CX', 'ZR'] },
    soft: { focal_length: ['mm', [24, 35, 50, 85]] },
    price: 500,
  },
  {
    category: 'Photo > Cameras',
    name: 'Mirrorless Camera',
    hard: { Mount: ['AW', 'CX', 'ZR'] },
    soft: { megapixels: ['MP', [20, 24, 33, 45]] },
    price: 1500,
  },
  {
    category: 'Photo > Accessories',
    name: 'Lens Cap',
    goesWith: 'Prime Lens',
    hard: { 'Filter Diameter': ['49 mm', '58 mm', '67 mm'] },
    soft: {},
    price: 12,
  },
  {
    category: 'Photo > Accessories',
    name: 'Camera Bag',
    goesWith: 'Mirrorless Camera',
    hard: {},
    soft: { volume: ['L', [5, 9, 14]] },
    price: 60,
  },
  {
    category: 'Computers > Laptops',
    name: 'Laptop',
    hard: { 'Keyboard Layout': ['US', 'DE', 'UK'] },
    soft: { RAM: ['GB', [8, 16, 32]], screen: ['inch', [13, 14, 16]] },
    price: 1100,
  },
  {
    category: 'Computers > Laptop Sleeves',
    name: 'Sleeve',
    goesWith: 'Laptop',
    hard: { fits: ['13 inch', '14 inch', '16 inch'] },
    soft: {},
    price: 30,
  },
  {
    category: 'Computers > Storage > SSD',
    name: 'SSD',
    hard: { Interface: ['NVMe', 'SATA', 'USB-C'] },
    soft: { capacity: ['TB', [0.5, 1, 2]] },
    price: 110,
  },
  {
    category: 'Power > Chargers',
    name: 'Wall Charger',
    hard: { plugType: ['US', 'EU', 'UK'] },
    soft: { watts: ['W', [30, 65, 100]] },
    price: 45,
  },
  {
    category: 'Power > Cables',
    name: 'Charging Cable',
    hard: { connector: ['USB-C', 'Lightning', 'Micro USB'] },
    soft: { length: ['m', [1, 2, 3]] },
    price: 15,
  },
  {
    category: 'Shoes > Running',
    name: 'Running Shoe',
    hard: { size: ['8', '9', '10', '11'], gender: ['Men', 'Women'] },
    soft: { drop: ['mm', [4, 8, 10]] },
    price: 120,
  },
  {
    category: 'Grocery > Pets > Food',
    name: 'Dry Food',
    hard: { Animal: ['Dog', 'Cat'], 'life stage': ['Adult', 'Puppy'] },
    soft: { weight: ['kg', [2, 5, 12]] },
    price: 40,
  },
  {
    category: 'Home > Bulbs',
    name: 'LED Bulb',
    hard: { base_type: ['E27', 'E14', 'GU10'] },
    soft: { brightness: ['lm', [450, 800, 1100]] },
    price: 8,
  },
];

const BRANDS = ['Alder', 'Corvo', 'Nimbus', 'Quarto', 'Sable', 'Tyrell'];
const COLOURS = ['Black', 'White', 'Blue', 'Red'];
const NOISE = ['Premium', 'NEW', 'Best Quality', '2026 Edition', 'Pro', 'Original', 'Universal', 'High Performance'];

export interface MadeTask {
  readonly id: string;
  readonly sku: string;
  readonly candidates: readonly string[];
  /** 3: does the same work at about the price; 2: does it, somewhat otherwise; 1: does most of it; 0: useless instead. */
  readonly grades: Readonly<Record<string, number>>;
}

interface Made {
  readonly product: CatalogueProduct;
  readonly kind: Kind;
  readonly hard: Readonly<Record<string, string>>;
  readonly soft: Readonly<Record<string, number>>;
}

/** A catalogue with noisy titles, missing attributes and near misses, and tasks whose right answers are known. */
export function madeCatalogue(seed: number): { products: CatalogueProduct[]; tasks: MadeTask[] } {
  const random = mulberry(seed);
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)]!;
  const made = KINDS.flatMap((kind, k) => Array.from({ length: 30 }, (_, n) => makeOne(kind, `K${k}-${n}`)));
  const tasks = made
    .filter((_, index) => index % 6 === 0)
    .map((wanted, index): MadeTask => {
      const same = shuffled(made.filter((one) => one.kind === wanted.kind && one !== wanted)).slice(0, 9);
      const near = shuffled(made.filter((one) => one.kind !== wanted.kind && isNear(one.kind, wanted.kind))).slice(
        0,
        5,
      );
      const any = shuffled(made.filter((one) => one.kind !== wanted.kind)).slice(0, 4);
      const candidates = shuffled([...new Set([...same, ...near, ...any])]);
      const grades = Object.fromEntries(candidates.map((one) => [one.product.sku, gradeOf(wanted, one)]));
      return {
        id: `t${index}`,
        sku: wanted.product.sku,
        candidates: candidates.map(({ product }) => product.sku),
        grades,
      };
    })
    .filter(({ grades }) => Object.values(grades).some((grade) => grade >= 2));
  return { products: made.map(({ product }) => product), tasks };

  function makeOne(kind: Kind, sku: string): Made {
    const hard = Object.fromEntries(Object.entries(kind.hard).map(([key, values]) => [key, pick(values)]));
    const soft = Object.fromEntries(Object.entries(kind.soft).map(([key, [, values]]) => [key, pick(values)]));
    const brand = pick(BRANDS);
    const colour = pick(COLOURS);
    const said = [
      ...Object.entries(kind.soft).map(([key, [unit]]) => `${soft[key]}${random() < 0.5 ? ' ' : ''}${unit}`),
      ...(random() < 0.4 ? Object.values(hard) : []),
    ];
    const front = [...(random() < 0.7 ? [brand] : []), ...(random() < 0.5 ? [pick(NOISE)] : []), ...said];
    const target = kind.goesWith ? ` for ${pick(BRANDS)} ${kind.goesWith}` : '';
    const tail = random() < 0.6 ? ` - ${colour}` : random() < 0.5 ? `, ${pick(NOISE)}` : '';
    const title = `${front.join(' ')} ${kind.name}${target}${tail}`;
    const attributes: Record<string, string | number> = { colour, 'Model Number': `M${Math.floor(random() * 1e6)}` };
    for (const [key, value] of Object.entries(hard))
      if (random() < 0.92) attributes[key] = random() < 0.3 ? value.toUpperCase() : value;
    for (const [key, [unit]] of Object.entries(kind.soft)) if (random() < 0.8) attributes[key] = `${soft[key]} ${unit}`;
    return {
      kind,
      hard,
      soft,
      product: {
        sku,
        title: random() < 0.15 ? title.toUpperCase() : title,
        brand,
        category: kind.category,
        description: `${kind.name} by ${brand}. ${pick(NOISE)}.`,
        attributes,
        priceCents: Math.round(kind.price * (0.6 + random()) * 100),
      },
    };
  }

  function shuffled<Thing>(things: readonly Thing[]): Thing[] {
    return things
      .map((thing) => [random(), thing] as const)
      .sort(([a], [b]) => a - b)
      .map(([, thing]) => thing);
  }
}

/** What shares words with a thing without being one: its accessories, its neighbours in the shop. */
const isNear = (a: Kind, b: Kind): boolean =>
  a.goesWith === b.name || b.goesWith === a.name || a.category.split(' > ')[0] === b.category.split(' > ')[0];

function gradeOf(wanted: Made, offered: Made): number {
  if (offered.kind !== wanted.kind) return 0;
  if (Object.entries(wanted.hard).some(([key, value]) => offered.hard[key] !== value)) return 0;
  const [was, is] = [wanted.product.priceCents ?? 1, offered.product.priceCents ?? 1];
  const apart = Object.entries(wanted.soft).map(([key, value]) =>
    Math.abs(Math.log((offered.soft[key] ?? value) / value)),
  );
  const far = apart.reduce((sum, one) => sum + one, 0) + 0.5 * Math.abs(Math.log(is / was));
  return far < 0.3 ? 3 : far < 0.8 ? 2 : 1;
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
