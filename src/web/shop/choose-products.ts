import type { Product } from './catalogue.js';

/** The products of a category (all when undefined) that have every word of `search` somewhere in what is known of them. */
export function chooseProducts(products: readonly Product[], category: string | undefined, search: string): Product[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return products.filter((product) => {
    if (category !== undefined && product.category !== category) return false;
    const known = [product.title, product.brand, product.category, product.sku, ...Object.values(product.attributes)]
      .join(' ')
      .toLowerCase();
    return words.every((word) => known.includes(word));
  });
}

/** The part of the page's address that stands for a category: "Smart Home" is "smart-home". */
export function categorySlug(category: string): string {
  return category
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
