import { useEffect, useState } from 'preact/hooks';
import type { Catalogue, DemoPerson, Product } from './catalogue.js';
import { categorySlug, chooseProducts } from './choose-products.js';
import { Hero } from './hero.jsx';
import { ProductDialog } from './product-dialog.jsx';
import { ProductShelves } from './product-shelves.jsx';
import { ShopFooter } from './shop-footer.jsx';
import { ShopHeader } from './shop-header.jsx';
import { TryPanel } from './try-panel.jsx';

interface StorefrontProps {
  readonly catalogue: Catalogue;
  readonly people: readonly DemoPerson[];
}

/** The whole page: shelves to look through, and people whose orders one may ask about. */
export function Storefront({ catalogue, people }: StorefrontProps) {
  const { shop, categories, products } = catalogue;
  const slug = useHash();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Product>();
  const category = categories.find((name) => categorySlug(name) === slug);
  const isFront = category === undefined && search.trim() === '';

  return (
    <>
      <a class="skip" href="#products">
        Skip to products
      </a>
      <ShopHeader shop={shop} categories={categories} category={category} search={search} onSearch={setSearch} />
      <main>
        {isFront && <Hero shop={shop} products={products} />}
        {isFront && people.length > 0 && <TryPanel people={people} />}
        <ProductShelves
          categories={categories}
          category={category}
          products={chooseProducts(products, category, search)}
          search={search.trim()}
          onShow={setShown}
        />
      </main>
      <ShopFooter name={shop.name} />
      {shown && <ProductDialog product={shown} people={people} onClose={() => setShown(undefined)} />}
    </>
  );
}

/** The chosen category is part of the address, so that it can be linked and the back button works. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1));
  useEffect(() => {
    const onChange = () => {
      if (location.hash === '#products') return; // the skip link, not a category
      setHash(location.hash.slice(1));
      scrollTo(0, 0);
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return hash;
}
