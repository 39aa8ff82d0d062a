import type { Catalogue } from './catalogue.js';
import { categorySlug } from './choose-products.js';

interface ShopHeaderProps {
  readonly shop: Catalogue['shop'];
  readonly categories: readonly string[];
  readonly category: string | undefined;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** The shop's name, the search and the way to every category. */
export function ShopHeader({ shop, categories, category, search, onSearch }: ShopHeaderProps) {
  return (
    <header class="shop-header">
      <div class="bar">
        <a class="brand" href="#all">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" />
            <path d="M18 5 9 18h6l-1 9 9-13h-6z" />
          </svg>
          {shop.name}
        </a>
        <search class="search">
          <form onSubmit={(event) => event.preventDefault()}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4" />
            </svg>
            <input
              type="search"
              aria-label="Search products"
              placeholder="Search products"
              value={search}
              onInput={(event) => onSearch(event.currentTarget.value)}
            />
          </form>
        </search>
        <button type="button" class="help" onClick={() => window.BackorderDesk?.open?.()}>
          Where is my order?
        </button>
      </div>
      <nav aria-label="Categories">
        <a href="#all" aria-current={category === undefined ? 'page' : undefined}>
          All
        </a>
        {categories.map((name) => (
          <a key={name} href={`#${categorySlug(name)}`} aria-current={name === category ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}
