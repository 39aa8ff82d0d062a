import { EtaBar } from './eta-bar.jsx';
import type { LineState, OrderCardLine } from './order-card-wire.js';
import { words } from './words.js';

interface OrderLineProps {
  readonly line: OrderCardLine;
  readonly scaleDays: number;
}

const marks: Record<LineState, { readonly tone: 'wait' | 'good' | 'calm' | 'off'; readonly path: string }> = {
  placed: { tone: 'calm', path: 'M6 4h12v16H6zM9 9h6M9 13h6' },
  allocated: { tone: 'calm', path: 'M12 4l7 3.7v8.6L12 20l-7-3.7V7.7zM5 7.9l7 3.8 7-3.8M12 11.7V20' },
  backordered: { tone: 'wait', path: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2' },
  part_shipped: {
    tone: 'good',
    path: 'M3 6h11v10H3zM14 10h4l3 3v3h-7M7.5 18.5a1.6 1.6 0 1 0 0-.1M17.5 18.5a1.6 1.6 0 1 0 0-.1',
  },
  shipped: {
    tone: 'good',
    path: 'M3 6h11v10H3zM14 10h4l3 3v3h-7M7.5 18.5a1.6 1.6 0 1 0 0-.1M17.5 18.5a1.6 1.6 0 1 0 0-.1',
  },
  delivered: { tone: 'good', path: 'M5 12.5l4.5 4.5L19 7.5' },
  cancelled: { tone: 'off', path: 'M6 6l12 12M18 6L6 18' },
  cancelling: { tone: 'wait', path: 'M6 6l12 12M18 6L6 18' },
};

/** One line of an order: what it is, where it stands in the desk's words, and when it may be expected. */
export function OrderLine({ line, scaleDays }: OrderLineProps) {
  const { tone, path } = marks[line.state];
  return (
    <li class="order-line" data-tone={tone}>
      {line.image ? <img src={line.image} alt="" width={52} height={52} loading="lazy" /> : <span class="no-picture" />}
      <div class="order-line-text">
        <strong>{line.title}</strong>
        <span class="order-line-price">{priceText(line)}</span>
        <span class="state">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={path} />
          </svg>
          {line.stateText}
        </span>
        {line.tracking && <span class="tracking">{words.tracking(line.tracking.carrier, line.tracking.number)}</span>}
      </div>
      {line.eta?.kind === 'dates' && <EtaBar dates={line.eta.dates} scaleDays={scaleDays} />}
      {line.eta?.kind === 'none' && <p class="no-eta">{line.eta.text}</p>}
      {line.note && <p class="line-note">{line.note}</p>}
    </li>
  );
}

function priceText({ quantity, priceCents, currency }: OrderCardLine): string {
  const price = new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(priceCents / 100);
  return quantity === 1 ? price : `${quantity} × ${price}`;
}
