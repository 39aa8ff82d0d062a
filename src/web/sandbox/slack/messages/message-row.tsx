import { useState } from 'preact/hooks';
import { BlockList } from '../blocks/block-list.jsx';
import { SurfaceContext, useNewSurface } from '../blocks/surface.js';
import { Avatar } from '../frame/avatar.jsx';
import { EyeIcon } from '../frame/icons.jsx';
import { personIn, useHouse } from '../house.js';
import { Emoji, Mrkdwn } from '../mrkdwn/mrkdwn.jsx';
import type { AttachedFile, Message } from '../wire.js';
import { fullTimeText, momentText, sizeText, timeText } from '../words.js';
import { EditField } from './edit-field.jsx';
import { repliesTo } from './message-groups.js';
import { MessageTools } from './message-tools.jsx';

interface MessageRowProps {
  readonly message: Message;
  readonly isContinued: boolean;
  readonly all: readonly Message[] | null;
}

/** One message: who, when, what, and what can be done with it. */
export function MessageRow({ message, isContinued, all }: MessageRowProps) {
  const { seen, act } = useHouse();
  const [isEditing, setEditing] = useState(false);
  const author = personIn(seen, message.user);
  const { channel, ts } = message;
  return (
    <article
      class="message"
      data-continued={isContinued}
      data-private={message.isPrivate}
      data-quiet={message.subtype !== undefined}
      aria-label={`${author.name}, ${timeText(ts)}`}
    >
      {message.isPrivate && (
        <p class="only-you">
          <EyeIcon /> Only visible to you ·
          <button type="button" class="dismiss" onClick={() => void act({ kind: 'dismiss', channel, ts })}>
            Dismiss
          </button>
        </p>
      )}
      <div class="gutter">
        {isContinued ? <time title={fullTimeText(ts)}>{timeText(ts)}</time> : <Avatar person={author} />}
      </div>
      <div class="message-body">
        {!isContinued && (
          <p class="byline">
            <b>{author.name}</b>
            {author.isBot && <span class="app-tag">App</span>}
            <time class="when" title={fullTimeText(ts)}>
              {timeText(ts)}
            </time>
          </p>
        )}
        {message.threadTs !== undefined && all !== null && <p class="also">replied to a thread</p>}
        {isEditing ? <EditField message={message} onDone={() => setEditing(false)} /> : <Said message={message} />}
        {message.files.map((file) => (
          <FileOf key={file.id} file={file} />
        ))}
        <Reactions message={message} />
        {all && <ThreadLink message={message} replies={repliesTo(all, ts)} />}
      </div>
      {!isEditing && !message.isPrivate && message.subtype !== 'tombstone' && (
        <MessageTools message={message} canReply={all !== null} onEdit={() => setEditing(true)} />
      )}
    </article>
  );
}

function Said({ message }: { readonly message: Message }) {
  const { surface } = useNewSurface(
    { kind: 'message', channel: message.channel, ts: message.ts },
    message.blocks ?? [],
  );
  return (
    <div class="said">
      {message.blocks ? (
        <SurfaceContext.Provider value={surface}>
          <BlockList blocks={message.blocks} />
        </SurfaceContext.Provider>
      ) : (
        message.text !== '' && <Mrkdwn text={message.text} />
      )}
      {message.isEdited && <span class="edited">(edited)</span>}
    </div>
  );
}

const FileOf = ({ file }: { readonly file: AttachedFile }) =>
  file.isPicture ? (
    <a class="picture-file" href={file.url} target="_blank" rel="noreferrer">
      <img src={file.url} alt={file.name} />
    </a>
  ) : (
    <a class="file" href={file.url} download={file.name}>
      <b>{file.name}</b>
      <small>{sizeText(file.size)}</small>
    </a>
  );

function Reactions({ message: { channel, ts, reactions } }: { readonly message: Message }) {
  const { seen, act } = useHouse();
  if (!reactions) return null;
  return (
    <p class="reactions">
      {Object.entries(reactions).map(([name, users]) => (
        <button
          key={name}
          type="button"
          data-mine={users.includes(seen.me)}
          title={users.map((id) => personIn(seen, id).name).join(', ')}
          onClick={() => void act({ kind: 'react', channel, ts, name })}
        >
          <Emoji name={name} /> {users.length}
        </button>
      ))}
    </p>
  );
}

function ThreadLink({ message, replies }: { readonly message: Message; readonly replies: readonly Message[] }) {
  const { seen, go } = useHouse();
  const last = replies.at(-1);
  if (!last) return null;
  const people = [...new Set(replies.map(({ user }) => user))].slice(0, 4);
  return (
    <button type="button" class="thread-link" onClick={() => go({ thread: message.ts })}>
      <span class="faces">
        {people.map((id) => (
          <Avatar key={id} person={personIn(seen, id)} size="small" />
        ))}
      </span>
      <b>
        {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
      </b>
      <span class="last-reply">Last reply {momentText(last.ts)}</span>
    </button>
  );
}
