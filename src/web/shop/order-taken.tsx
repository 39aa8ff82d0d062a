import { useEffect, useRef } from 'preact/hooks';
import { dayText } from './availability-text.js';
import { basisText, type TakenOrder } from './purchase.js';

interface OrderTakenProps {
  readonly order: TakenOrder;
  /** The chat opens beside the page, so the dialog before it goes away. */
  readonly onAsk: () => void;
}

/** The order's number, the day by which it ships and why that day; and the way to ask about it. */
export function OrderTaken({ order, onAsk }: OrderTakenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { orderNumber, productName, quantity, statedShipBy, email } = order;

  function ask(): void {
    onAsk();
    window.BackorderDesk?.open?.(`Where is my order ${orderNumber}? My e-mail is ${email}`, true);
  }

  return (
    <section class="taken" aria-labelledby="order-taken">
      <h3 id="order-taken" ref={heading} tabIndex={-1}>
        Order {orderNumber} is placed
      </h3>
      <p>
        {quantity > 1 ? `${quantity} × ` : ''}
        {productName}
      </p>
      <p>
        <b>{statedShipBy === null ? 'No ship date stated' : `Ships by ${dayText(statedShipBy)}`}</b>
      </p>
      <p class="hint">{basisText(order)}</p>
      <button type="button" class="button" onClick={ask}>
        Ask the chat about it
      </button>
    </section>
  );
}
