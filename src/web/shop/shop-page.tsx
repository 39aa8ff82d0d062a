import { useEffect, useState } from 'preact/hooks';
import { loadShop } from './catalogue.js';
import { Storefront } from './storefront.jsx';

type Loaded = Awaited<ReturnType<typeof loadShop>>;

/** The shop's front page, from loading on. */
export function ShopPage() {
  const [shop, setShop] = useState<Loaded | 'failed'>();

  useEffect(() => {
    loadShop().then(setShop, () => setShop('failed'));
  }, []);

  if (shop === 'failed') {
    return (
      <main class="shop-state">
        <h1>The shop did not load</h1>
        <p>Its server did not answer. Please try again in a moment.</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          Try again
        </button>
      </main>
    );
  }
  return shop ? <Storefront {...shop} /> : <main class="shop-state" aria-busy="true" />;
}
