import { MessageBubble } from './message-bubble.jsx';
import { clockText, entryKey, type MessageGroup } from './message-groups.js';
import { words } from './words.js';

interface MessageGroupViewProps {
  readonly group: MessageGroup;
  /** Key of the own message whose delivery is worth a word: the last one. */
  readonly stateOf: string | undefined;
  readonly onRetry: (key: string) => void;
}

/** Messages in a row by one author, under the author's name and the time. */
export function MessageGroupView({ group, stateOf, onRetry }: MessageGroupViewProps) {
  const [first] = group.entries;
  return (
    <section class="group" data-author={group.author}>
      <h3 class="group-head">
        <span class={group.author === 'me' ? 'visually-hidden' : ''}>{authorName(group)}</span>
        {first && <time dateTime={first.at}>{clockText(first.at)}</time>}
      </h3>
      {group.entries.map((entry) => (
        <MessageBubble
          key={entryKey(entry)}
          entry={entry}
          showsDelivery={entry.kind === 'own' && (entry.key === stateOf || entry.delivery !== 'sent')}
          onRetry={onRetry}
        />
      ))}
    </section>
  );
}

function authorName(group: MessageGroup): string {
  if (group.author === 'me') return words.you;
  return group.author === 'person' ? words.personOfTeam(group.personName ?? words.aPerson) : words.assistant;
}
