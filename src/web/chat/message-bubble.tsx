import type { Entry } from './conversation-log.js';
import { OrderCardView } from './order-card.jsx';
import { words } from './words.js';

interface MessageBubbleProps {
  readonly entry: Entry;
  readonly showsDelivery: boolean;
  readonly onRetry: (key: string) => void;
}

/** One message. Its text is only ever drawn as text, whoever wrote it. */
export function MessageBubble({ entry, showsDelivery, onRetry }: MessageBubbleProps) {
  if (entry.kind === 'desk') {
    return (
      <div class="desk">
        {entry.text && <p class="bubble">{entry.text}</p>}
        {entry.orderCard && <OrderCardView card={entry.orderCard} />}
      </div>
    );
  }
  return (
    <div class="own" data-delivery={entry.delivery}>
      <p class="bubble">{entry.text}</p>
      {showsDelivery &&
        (entry.delivery === 'failed' ? (
          <button type="button" class="delivery retry" onClick={() => onRetry(entry.key)}>
            {words.notSent}
          </button>
        ) : (
          <span class="delivery">{entry.delivery === 'sent' ? words.sent : words.sending}</span>
        ))}
    </div>
  );
}
