import { BoltIcon, MoreIcon, ThreadIcon } from '../frame/icons.jsx';
import { Menu } from '../frame/menu.jsx';
import { useHouse } from '../house.js';
import { Emoji } from '../mrkdwn/mrkdwn.jsx';
import type { Message } from '../wire.js';

const QUICK = ['white_check_mark', 'eyes', 'raised_hands'];

interface MessageToolsProps {
  readonly message: Message;
  readonly canReply: boolean;
  readonly onEdit: () => void;
}

/** What stands over a message under the pointer: reactions, reply, the app's shortcuts, edit, delete. */
export function MessageTools({ message, canReply, onEdit }: MessageToolsProps) {
  const { seen, act, go, confirm } = useHouse();
  const { channel, ts } = message;
  const isMine = message.user === seen.me && message.subtype === undefined;
  const shortcuts = seen.shortcuts.filter(({ kind }) => kind === 'message');

  async function remove(): Promise<void> {
    const plain = (text: string) => ({ type: 'plain_text' as const, text });
    const isSure = await confirm({
      title: plain('Delete message'),
      text: plain('Are you sure you want to delete this message? This cannot be undone.'),
      confirm: plain('Delete'),
      deny: plain('Cancel'),
      style: 'danger',
    });
    if (isSure) await act({ kind: 'delete', channel, ts });
  }

  return (
    <div class="tools" role="toolbar" aria-label="Message actions">
      {QUICK.map((name) => (
        <button
          key={name}
          type="button"
          class="quick"
          aria-label={`React with ${name.replaceAll('_', ' ')}`}
          onClick={() => void act({ kind: 'react', channel, ts, name })}
        >
          <Emoji name={name} />
        </button>
      ))}
      {canReply && (
        <button
          type="button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: message.threadTs ?? ts })}
        >
          <ThreadIcon />
        </button>
      )}
      <Menu label="More message actions" button={<MoreIcon />} buttonClass="" side="right">
        {shortcuts.map(({ callbackId, name }) => (
          <button
            key={callbackId}
            type="button"
            role="menuitem"
            onClick={() => void act({ kind: 'shortcut', callbackId, message: { channel, ts } })}
          >
            <BoltIcon /> {name}
            <small>{seen.app.name}</small>
          </button>
        ))}
        {canReply && (
          <button type="button" role="menuitem" onClick={() => go({ thread: message.threadTs ?? ts })}>
            <ThreadIcon /> Reply in thread
          </button>
        )}
        {isMine && (
          <>
            <button type="button" role="menuitem" onClick={onEdit}>
              Edit message
            </button>
            <button type="button" role="menuitem" class="danger" onClick={() => void remove()}>
              Delete message …
            </button>
          </>
        )}
        {!isMine && !canReply && shortcuts.length === 0 && <p class="none">Nothing to do here</p>}
      </Menu>
    </div>
  );
}
