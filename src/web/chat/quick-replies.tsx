import type { QuickReply } from './wire.js';
import { words } from './words.js';

interface QuickRepliesProps {
  readonly replies: readonly QuickReply[];
  readonly onChoose: (reply: QuickReply) => void;
}

/** Answers one may simply choose, under the newest message. */
export function QuickReplies({ replies, onChoose }: QuickRepliesProps) {
  if (replies.length === 0) return null;
  return (
    <ul class="quick-replies" aria-label={words.suggestions}>
      {replies.map((reply) => (
        <li key={reply.title}>
          <button type="button" onClick={() => onChoose(reply)}>
            {reply.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
