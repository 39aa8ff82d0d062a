import { personIn, useHouse } from '../house.js';
import type { Text } from '../wire.js';
import { emojiFor } from './emoji.js';
import { type Inline, type Part, parseInline, parseMrkdwn } from './parse-mrkdwn.js';

/** Text in Slack's mrkdwn. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return (
    <>
      {parseMrkdwn(text).map((part, index) => (
        <PartOf key={index} part={part} />
      ))}
    </>
  );
}

/** A text object of a block: mrkdwn, or plain text with emoji, line by line. */
export function TextOf({ text }: { readonly text: Text }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />;
  return (
    <div class="lines">
      {text.text.split('\n').map((line, index) => (
        <p key={index}>{line === '' ? <br /> : <Plain text={line} />}</p>
      ))}
    </div>
  );
}

export function Plain({ text }: { readonly text: string }) {
  return <>{text.split(/(:[a-z0-9_+-]+:)/).map((piece) => shortcode(piece) ?? piece)}</>;
}

const shortcode = (piece: string): string | null => (/^:.+:$/.test(piece) ? emojiFor(piece.slice(1, -1)) : null);

function PartOf({ part }: { readonly part: Part }) {
  if (part.kind === 'preformatted') return <pre>{part.text}</pre>;
  const lines = part.lines.map((line, index) => (
    <p key={index}>{line.length === 0 ? <br /> : <Inlines inlines={line} />}</p>
  ));
  return part.kind === 'quote' ? <blockquote>{lines}</blockquote> : <div class="lines">{lines}</div>;
}

/** One line of mrkdwn where no paragraph may stand. */
export function MrkdwnLine({ text }: { readonly text: string }) {
  return <Inlines inlines={parseInline(text.replaceAll('\n', ' '))} />;
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <InlineOf key={index} inline={inline} />
      ))}
    </>
  );
}

function InlineOf({ inline }: { readonly inline: Inline }) {
  const { seen } = useHouse();
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'bold':
      return (
        <b>
          <Inlines inlines={inline.inside} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <Inlines inlines={inline.inside} />
        </i>
      );
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.inside} />
        </s>
      );
    case 'link':
      return (
        <a href={inline.url} target="_blank" rel="noreferrer noopener">
          {inline.text}
        </a>
      );
    case 'user':
      return (
        <span class="mention" data-me={inline.id === seen.me}>
          @{personIn(seen, inline.id).name}
        </span>
      );
    case 'group':
      return <span class="mention">@{seen.groups.find(({ id }) => id === inline.id)?.handle ?? inline.text}</span>;
    case 'channel':
      return <ChannelMention id={inline.id} text={inline.text} />;
    case 'broadcast':
      return (
        <span class="mention" data-me={true}>
          {inline.text}
        </span>
      );
    case 'emoji':
      return <Emoji name={inline.name} />;
  }
}

function ChannelMention({ id, text }: { readonly id: string; readonly text: string }) {
  const { seen, go } = useHouse();
  const channel = seen.conversations.find((one) => one.id === id);
  if (!channel) return <span class="mention">#{text || 'private channel'}</span>;
  return (
    <button type="button" class="mention" onClick={() => go({ open: id, thread: null })}>
      #{channel.name}
    </button>
  );
}

export function Emoji({ name }: { readonly name: string }) {
  const picture = emojiFor(name);
  if (picture === null) return <>:{name}:</>;
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
      {picture}
    </span>
  );
}
