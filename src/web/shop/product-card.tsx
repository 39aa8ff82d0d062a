import { badgeText, priceText } from './availability-text.js';
import type { Product } from './catalogue.js';

interface ProductCardProps {
  readonly product: Product;
  readonly onShow: (product: Product) => void;
}

/** One product on a shelf; all of it can be clicked, its title is the button. */
export function ProductCard({ product, onShow }: ProductCardProps) {
  return (
    <li class="product">
      <img src={product.image} alt="" width={240} height={240} loading="lazy" />
      <div>
        <span class="maker">{product.brand}</span>
        <h3>
          <button type="button" onClick={() => onShow(product)}>
            {product.title}
          </button>
        </h3>
        <span class="price">{priceText(product.priceCents, product.currency)}</span>
        <span class="badge" data-kind={product.availability.kind}>
          {badgeText(product.availability)}
        </span>
      </div>
    </li>
  );
}
