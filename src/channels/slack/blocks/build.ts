import { plainText } from '../../../wording/plain-text.js';
import { type Mrkdwn, mrkdwn } from './mrkdwn.js';
import type { Block, Fillable, Message, Pressable } from './schemas.js';

/** Somebody's words cut to at most `longest` characters, the last of them an ellipsis. */
export function clip(words: string, longest: number): string {
  const all = [...words];
  return all.length <= longest
    ? words
    : `${all
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

const plain = (words: string, longest: number) => {
  const text = plainText(words);
  // Slack counts as JavaScript does, people do not
  return { type: 'plain_text' as const, text: text.length <= longest ? text : clip(text, Math.floor(longest / 2)) };
};
/** Links, channels and mentions are those we write; nothing in the text is turned into one. */
const marked = ({ text }: Mrkdwn) => ({ type: 'mrkdwn' as const, text, verbatim: true });

export const header = (words: string): Block => ({ type: 'header', text: plain(words, 150) });
export const divider = (): Block => ({ type: 'divider' });
export const section = (text: Mrkdwn, accessory?: Pressable): Block => ({
  type: 'section',
  text: marked(text),
  ...(accessory && { accessory }),
});
/**
 * Somebody's words as they wrote them, line by line: nothing in plain text is markup to Slack. Cut to what a section
 * holds.
 */
export const verbatim = (said: string): Block => {
  const text = said
    .split(/\r\n?|\n/)
    .map(plainText)
    .join('\n')
    .trim();
  return { type: 'section', text: { type: 'plain_text', text: clipTo(text === '' ? '…' : text, LONGEST_SECTION) } };
};
const LONGEST_SECTION = 3_000;

/** Cut by Slack's count, without halving a sign. */
const clipTo = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** Small print. */
export const context = (...pieces: readonly Mrkdwn[]): Block => ({ type: 'context', elements: pieces.map(marked) });
export const actions = (...elements: readonly Pressable[]): Block => ({ type: 'actions', elements: [...elements] });

export interface ButtonParts {
  readonly text: string;
  /** `<noun>:<verb>`, the id of a defineAction. */
  readonly action: string;
  /** What the action's `value` schema reads. It names things and grants nothing: the tool decides again. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly style?: 'primary' | 'danger';
  /** Asked before the press counts. */
  readonly confirm?: { readonly title: string; readonly text: Mrkdwn; readonly yes: string; readonly no: string };
}

export const button = ({ text, action, value, style, confirm }: ButtonParts): Pressable => ({
  type: 'button',
  action_id: action,
  text: plain(text, 75),
  ...(value && { value: JSON.stringify(value) }),
  ...(style && { style }),
  ...(confirm && {
    confirm: {
      title: plain(confirm.title, 100),
      text: marked(confirm.text),
      confirm: plain(confirm.yes, 30),
      deny: plain(confirm.no, 30),
    },
  }),
});

/** One choice of a select, radio or checkbox; `value` at most 150 characters. */
export const option = (words: string, value: string, description?: string) => ({
  text: plain(words, 75),
  value,
  ...(description !== undefined && { description: plain(description, 75) }),
});

/** More that can be done, behind three dots: two to five options, whose chosen value the action is given. */
export const overflow = (action: string, options: readonly ReturnType<typeof option>[]): Pressable => ({
  type: 'overflow',
  action_id: action,
  options: [...options],
});

/** One question of a modal. Its answer, and a fault found in it, go by `name`. */
export const input = (
  name: string,
  label: string,
  element: Fillable,
  { hint, optional }: { readonly hint?: string; readonly optional?: boolean } = {},
): Block => ({
  type: 'input',
  block_id: name,
  label: plain(label, 2_000),
  element,
  ...(hint !== undefined && { hint: plain(hint, 2_000) }),
  ...(optional !== undefined && { optional }),
});

/** A message of blocks. `text` says the same in one line, for notifications and screen readers. */
export const message = (text: Mrkdwn, blocks?: readonly Block[]): Message => ({
  text: text.text,
  ...(blocks && { blocks: [...blocks] }),
});

/** A message of one paragraph. */
export const sentence = (text: Mrkdwn): Message => message(text, [section(text)]);

/** Our own words, without anything put in. */
export const words = (text: string): Mrkdwn => mrkdwn`${text}`;
