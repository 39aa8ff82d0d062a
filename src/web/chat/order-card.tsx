import { longDateText } from './calendar-date.js';
import { scaleInDays } from './eta-range.js';
import type { OrderCard } from './order-card-wire.js';
import { OrderLine } from './order-line.jsx';
import { words } from './words.js';

/** One order with all its lines, each with picture, state and dates. */
export function OrderCardView({ card }: { readonly card: OrderCard }) {
  const scaleDays = scaleInDays(card.lines.flatMap(({ eta }) => (eta?.kind === 'dates' ? [eta.dates] : [])));
  return (
    <article class="order-card" aria-label={words.order(card.orderNumber)}>
      <header>
        <strong>{words.order(card.orderNumber)}</strong>
        {card.placedOn && <span>{words.placed(longDateText(card.placedOn))}</span>}
      </header>
      <ul>
        {card.lines.map((line) => (
          <OrderLine key={line.line} line={line} scaleDays={scaleDays} />
        ))}
      </ul>
    </article>
  );
}
