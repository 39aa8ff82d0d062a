/** A piece of a line of Slack's mrkdwn. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'user' | 'group' | 'channel'; readonly id: string; readonly text: string }
  | { readonly kind: 'broadcast'; readonly text: string }
  | { readonly kind: 'emoji'; readonly name: string };

export type Part =
  | { readonly kind: 'lines' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'preformatted'; readonly text: string };

const FENCE = /```\n?([\s\S]*?)\n?```/g;
const QUOTE = /^(?:&gt;|>) ?/;

/** Reads mrkdwn into parts to be drawn. Nothing of it is ever taken as HTML. https://docs.slack.dev/messaging/formatting-message-text */
export function parseMrkdwn(source: string): Part[] {
  const parts: Part[] = [];
  let last = 0;
  for (const match of source.matchAll(FENCE)) {
    parts.push(...linesIn(source.slice(last, match.index)));
    parts.push({ kind: 'preformatted', text: decode(match[1] ?? '') });
    last = match.index + match[0].length;
  }
  return [...parts, ...linesIn(source.slice(last))];
}

function linesIn(source: string): Part[] {
  const text = source.replace(/^\n|\n$/g, '');
  if (text === '') return [];
  const parts: { kind: 'lines' | 'quote'; lines: (readonly Inline[])[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = QUOTE.test(line) ? 'quote' : 'lines';
    const inlines = parseInline(kind === 'quote' ? line.replace(QUOTE, '') : line);
    const open = parts.at(-1);
    if (open?.kind === kind) open.lines.push(inlines);
    else parts.push({ kind, lines: [inlines] });
  }
  return parts;
}

const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    ':(?<emoji>[a-z0-9_+-]+):',
    '(?<![\\w*])\\*(?<bold>\\S(?:[^*\\n]*?\\S)?)\\*(?![\\w*])',
    '(?<![\\w_])_(?<italic>\\S(?:[^_\\n]*?\\S)?)_(?![\\w_])',
    '(?<![\\w~])~(?<strike>\\S(?:[^~\\n]*?\\S)?)~(?![\\w~])',
  ].join('|'),
  'g',
);

export function parseInline(line: string): Inline[] {
  const found: Inline[] = [];
  const say = (text: string) => {
    if (text !== '') found.push({ kind: 'text', text: decode(text) });
  };
  let last = 0;
  for (const match of line.matchAll(INLINE)) {
    say(line.slice(last, match.index));
    found.push(inlineOf(match.groups ?? {}));
    last = match.index + match[0].length;
  }
  say(line.slice(last));
  return found;
}

function inlineOf(groups: Readonly<Record<string, string | undefined>>): Inline {
  const { code, angle, emoji, bold, italic, strike } = groups;
  if (code !== undefined) return { kind: 'code', text: decode(code) };
  if (angle !== undefined) return angleOf(angle);
  if (emoji !== undefined) return { kind: 'emoji', name: emoji };
  if (bold !== undefined) return { kind: 'bold', inside: parseInline(bold) };
  if (italic !== undefined) return { kind: 'italic', inside: parseInline(italic) };
  return { kind: 'strike', inside: parseInline(strike ?? '') };
}

/** What stands in angle brackets: a person, a group, a channel, everybody, a date, an address. */
function angleOf(inside: string): Inline {
  const [target = '', label = ''] = split(inside);
  const text = decode(label);
  if (/^@[UW]\w+$/.test(target)) return { kind: 'user', id: target.slice(1), text };
  if (/^#C\w+$/.test(target)) return { kind: 'channel', id: target.slice(1), text };
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice('!subteam^'.length), text };
  if (target.startsWith('!date^')) return { kind: 'text', text: dateText(target) ?? text };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', text: `@${target.slice(1)}` };
  const url = decode(target);
  // no other scheme: a message must not be able to run anything
  if (/^(https?:\/\/|mailto:|tel:)/i.test(url))
    return { kind: 'link', url, text: text || url.replace(/^(mailto|tel):/, '') };
  return { kind: 'text', text: `<${decode(inside)}>` };
}

function split(inside: string): [string, string] {
  const bar = inside.indexOf('|');
  return bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
}

const DATE_FORMS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { month: 'long', day: 'numeric', year: 'numeric' },
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_short: { month: 'short', day: 'numeric', year: 'numeric' },
  date_long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  date_pretty: { month: 'long', day: 'numeric', year: 'numeric' },
  date_short_pretty: { month: 'short', day: 'numeric', year: 'numeric' },
  date_long_pretty: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

function dateText(code: string): string | null {
  const [, seconds = '', form = ''] = code.split('^');
  const date = new Date(Number(seconds) * 1_000);
  if (Number.isNaN(date.getTime()) || form === '') return null;
  return form.replace(/\{(\w+)\}/g, (token, name: string) => {
    const options = DATE_FORMS[name];
    return options ? new Intl.DateTimeFormat('en-US', options).format(date) : token;
  });
}

export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
