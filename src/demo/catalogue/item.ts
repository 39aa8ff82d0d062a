import type { Look } from '../pictures/look.js';
import type { DemoSupplierId } from '../suppliers/supplier.js';

export const CATEGORIES = ['Cameras', 'Lenses', 'Tripods', 'Lighting', 'Audio', 'Power', 'Storage', 'Desk'] as const;
export type Category = (typeof CATEGORIES)[number];

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** One SKU of the demo shop with the product it is a variant of. Prices in US cents. */
export interface CatalogueItem {
  readonly sku: string;
  readonly productId: string;
  readonly productTitle: string;
  readonly title: string;
  readonly brand: string;
  readonly category: Category;
  readonly description: string;
  readonly attributes: Attributes;
  readonly priceCents: number;
  readonly unitCostCents: number;
  readonly supplier: DemoSupplierId;
  readonly look: Look;
}

interface Product {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly supplier: DemoSupplierId;
  readonly description: string;
  /** What all variants share. */
  readonly attributes: Attributes;
  /** The shop's cost in hundredths of the price. */
  readonly costPercent: number;
}

interface Variant {
  readonly sku: string;
  /** What follows the product's title; none when there is one variant only. */
  readonly name?: string;
  /** In whole dollars. */
  readonly price: number;
  readonly attributes?: Attributes;
  readonly look: Look;
}

/** The SKUs of one product. */
export function variantsOf(category: Category, product: Product, variants: readonly Variant[]): CatalogueItem[] {
  return variants.map((variant) => ({
    sku: variant.sku,
    productId: product.id,
    productTitle: product.title,
    title: variant.name ? `${product.title}, ${variant.name}` : product.title,
    brand: product.brand,
    category,
    description: product.description,
    attributes: { ...product.attributes, ...variant.attributes },
    priceCents: variant.price * 100,
    unitCostCents: variant.price * product.costPercent,
    supplier: product.supplier,
    look: variant.look,
  }));
}
