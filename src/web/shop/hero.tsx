import type { Catalogue, Product } from './catalogue.js';

interface HeroProps {
  readonly shop: Catalogue['shop'];
  readonly products: readonly Product[];
}

/** The first thing one sees: what the shop is about, and one product of each of the first shelves. */
export function Hero({ shop, products }: HeroProps) {
  const shown = [...new Map(products.map((product) => [product.category, product])).values()].slice(0, 6);
  return (
    <section class="hero">
      <div>
        <h1>{shop.tagline}</h1>
        <p>
          And if something has to be waited for, we say so: an honest date, what it depends on, and what else you can
          do. Ask us any time.
        </p>
        <button type="button" class="button" onClick={() => window.BackorderDesk?.open?.()}>
          Ask about an order
        </button>
      </div>
      <div class="hero-pictures" aria-hidden="true">
        {shown.map(({ sku, image }) => (
          <img key={sku} src={image} alt="" width={170} height={170} />
        ))}
      </div>
    </section>
  );
}
