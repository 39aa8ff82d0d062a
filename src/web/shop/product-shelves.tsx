import type { Product } from './catalogue.js';
import { categorySlug } from './choose-products.js';
import { ProductCard } from './product-card.jsx';

interface ProductShelvesProps {
  readonly categories: readonly string[];
  readonly category: string | undefined;
  readonly products: readonly Product[];
  readonly search: string;
  readonly onShow: (product: Product) => void;
}

const glimpse = 5;

/** All shelves with a glimpse of each, or everything that was asked for. */
export function ProductShelves({ categories, category, products, search, onShow }: ProductShelvesProps) {
  const everything = category !== undefined || search !== '';
  const title = category ?? (search ? 'All products' : undefined);
  return (
    <div id="products" class="shelves" tabIndex={-1}>
      {everything ? (
        <section>
          <header>
            <h1>{title}</h1>
            <p role="status">{countText(products.length, search)}</p>
          </header>
          <Grid products={products} onShow={onShow} />
        </section>
      ) : (
        categories.map((name) => {
          const shelf = products.filter((product) => product.category === name);
          return (
            <section key={name}>
              <header>
                <h2>{name}</h2>
                <a href={`#${categorySlug(name)}`}>
                  See all {shelf.length}
                  <span class="visually-hidden"> in {name}</span>
                </a>
              </header>
              <Grid products={shelf.slice(0, glimpse)} isGlimpse onShow={onShow} />
            </section>
          );
        })
      )}
    </div>
  );
}

function Grid({
  products,
  isGlimpse,
  onShow,
}: Pick<ProductShelvesProps, 'products' | 'onShow'> & { isGlimpse?: true }) {
  return (
    <ul class={isGlimpse ? 'grid glimpse' : 'grid'}>
      {products.map((product) => (
        <ProductCard key={product.sku} product={product} onShow={onShow} />
      ))}
    </ul>
  );
}

function countText(count: number, search: string): string {
  const products = count === 1 ? '1 product' : `${count} products`;
  if (!search) return products;
  return count === 0 ? `Nothing here for “${search}”. Fewer words may find more.` : `${products} for “${search}”`;
}
