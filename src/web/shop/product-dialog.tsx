import { useEffect, useRef, useState } from 'preact/hooks';
import { availabilitySentence, priceText } from './availability-text.js';
import { BuyForm } from './buy-form.jsx';
import type { DemoPerson, LiveAvailability, Product } from './catalogue.js';
import { OrderTaken } from './order-taken.jsx';
import { lookUp, type TakenOrder } from './purchase.js';

interface ProductDialogProps {
  readonly product: Product;
  readonly people: readonly DemoPerson[];
  readonly onClose: () => void;
}

/** Everything about one product, and buying it. Escape, the cross and a click beside it close it. */
export function ProductDialog({ product, people, onClose }: ProductDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [live, setLive] = useState<LiveAvailability>();
  const [isBuying, setBuying] = useState(false);
  const [order, setOrder] = useState<TakenOrder>();

  useEffect(() => {
    dialog.current?.setAttribute('closedby', 'any'); // a click beside it closes it, too
    dialog.current?.showModal();
    void lookUp(product.sku).then(setLive);
  }, [product.sku]);

  const canBuy = live !== undefined && live.availability !== 'not_taken';
  const close = () => dialog.current?.close();

  return (
    <dialog ref={dialog} aria-labelledby="product-title" onClose={onClose}>
      <div class="product-detail">
        <img src={product.image} alt="" width={420} height={420} />
        <div>
          <span class="maker">{product.brand}</span>
          <h2 id="product-title">{product.title}</h2>
          <p class="price">{priceText(product.priceCents, product.currency)}</p>
          {order ? (
            <OrderTaken order={order} onAsk={close} />
          ) : (
            <>
              {/* as the server has it at this moment; the shelf may have changed since the page was loaded */}
              <p class="stock" data-kind={product.availability.kind} aria-live="polite">
                {live ? availabilitySentence(live) : 'Looking …'}
              </p>
              {canBuy && !isBuying && (
                <button type="button" class="button" onClick={() => setBuying(true)}>
                  Buy (demo)
                </button>
              )}
              {canBuy && isBuying && <BuyForm product={product} people={people} onTaken={setOrder} />}
            </>
          )}
          {!isBuying && <Details product={product} />}
        </div>
        <button type="button" class="close" aria-label="Close" onClick={close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
    </dialog>
  );
}

function Details({ product }: { readonly product: Product }) {
  return (
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
  );
}
