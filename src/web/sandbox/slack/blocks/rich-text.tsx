import type { ComponentChildren } from 'preact';
import { personIn, useHouse } from '../house.js';
import { Emoji } from '../mrkdwn/mrkdwn.jsx';

interface Run {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly user_id?: string;
  readonly usergroup_id?: string;
  readonly channel_id?: string;
  readonly name?: string;
  readonly range?: string;
  readonly style?: Readonly<Record<string, boolean>>;
}
interface Part {
  readonly type: string;
  readonly style?: string;
  readonly elements: readonly unknown[];
}

/** A rich_text block: sections, lists, quotes, code. */
export function RichText({ elements }: { readonly elements: readonly unknown[] }) {
  return (
    <>
      {(elements as readonly Part[]).map((part, index) => (
        <PartOf key={index} part={part} />
      ))}
    </>
  );
}

function PartOf({ part }: { readonly part: Part }) {
  if (part.type === 'rich_text_list') {
    const items = (part.elements as readonly Part[]).map((item, index) => (
      <li key={index}>
        <Runs runs={item.elements as readonly Run[]} />
      </li>
    ));
    return part.style === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  const runs = <Runs runs={part.elements as readonly Run[]} />;
  if (part.type === 'rich_text_quote') return <blockquote>{runs}</blockquote>;
  if (part.type === 'rich_text_preformatted') return <pre>{runs}</pre>;
  return <p class="lines">{runs}</p>;
}

const Runs = ({ runs }: { readonly runs: readonly Run[] }) => (
  <>
    {runs.map((run, index) => (
      <RunOf key={index} run={run} />
    ))}
  </>
);

function RunOf({ run }: { readonly run: Run }) {
  const { seen } = useHouse();
  return <Styled style={run.style ?? {}}>{contentOf()}</Styled>;

  function contentOf(): ComponentChildren {
    switch (run.type) {
      case 'link':
        return run.url && /^(https?:|mailto:)/.test(run.url) ? (
          <a href={run.url} target="_blank" rel="noreferrer noopener">
            {run.text || run.url}
          </a>
        ) : (
          run.text
        );
      case 'user':
        return <span class="mention">@{personIn(seen, run.user_id ?? '').name}</span>;
      case 'usergroup':
        return <span class="mention">@{seen.groups.find(({ id }) => id === run.usergroup_id)?.handle}</span>;
      case 'channel':
        return <span class="mention">#{seen.conversations.find(({ id }) => id === run.channel_id)?.name}</span>;
      case 'broadcast':
        return <span class="mention">@{run.range}</span>;
      case 'emoji':
        return <Emoji name={run.name ?? ''} />;
      default:
        return run.text;
    }
  }
}

function Styled({ style, children }: { readonly style: Run['style'] & object; readonly children: ComponentChildren }) {
  let drawn: ComponentChildren = children;
  if (style.code) drawn = <code>{drawn}</code>;
  if (style.strike) drawn = <s>{drawn}</s>;
  if (style.italic) drawn = <i>{drawn}</i>;
  if (style.bold) drawn = <b>{drawn}</b>;
  return <>{drawn}</>;
}
