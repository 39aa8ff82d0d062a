import { useEffect, useRef } from 'preact/hooks';
import { priceText, stockSentence } from './availability-text.js';
import type { Product } from './catalogue.js';

interface ProductDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Everything about one product. Escape, the cross and a click beside it close it. */
export function ProductDialog({ product, onClose }: ProductDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.setAttribute('closedby', 'any'); // a click beside it closes it, too
    dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} aria-labelledby="product-title" onClose={onClose}>
      <div class="product-detail">
        <img src={product.image} alt="" width={420} height={420} />
        <div>
          <span class="maker">{product.brand}</span>
          <h2 id="product-title">{product.title}</h2>
          <p class="price">{priceText(product.priceCents, product.currency)}</p>
          <p class="stock" data-kind={product.availability.kind}>
            {stockSentence(product.availability)}
          </p>
          <dl>
            {Object.entries(product.attributes).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>SKU</dt>
              <dd>{product.sku}</dd>
            </div>
          </dl>
        </div>
        <button type="button" class="close" aria-label="Close" onClick={() => dialog.current?.close()}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
    </dialog>
  );
}
