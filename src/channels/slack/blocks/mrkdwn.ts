import { plainText } from '../../../wording/plain-text.js';

/** Text in Slack's markup, in which everything that came from outside is escaped. `mrkdwn` makes it. */
export class Mrkdwn {
  constructor(readonly text: string) {}
}

/** Signs that would turn somebody's words into markup, and look-alikes that do not. Slack has no way to escape them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '∗', '`': 'ˋ', '~': '∼' };
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Somebody's words as text: no mention, no link, no formatting, no hidden characters, on one line. */
export const escapeWords = (words: string): string =>
  plainText(words)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[*`~]/g, (sign) => LOOK_ALIKES[sign] ?? sign)
    // an underscore marks italics only at the edge of a word
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿');

/** Writes Slack's markup: mrkdwn`*${order}* of ${name}`. Strings put in are escaped, markup put in stays markup. */
export function mrkdwn(parts: TemplateStringsArray, ...values: readonly (Mrkdwn | string | number)[]): Mrkdwn {
  return new Mrkdwn(
    values.reduce<string>(
      (text, value, at) =>
        text + (value instanceof Mrkdwn ? value.text : escapeWords(String(value))) + (parts[at + 1] ?? ''),
      parts[0] ?? '',
    ),
  );
}

/** Markup, one piece a line. */
export const lines = (pieces: readonly Mrkdwn[]): Mrkdwn => new Mrkdwn(pieces.map(({ text }) => text).join('\n'));

/** A person by their Slack user id; Slack shows the name. */
export const mention = (userId: string): Mrkdwn => new Mrkdwn(`<@${userId.replace(/[^A-Z0-9]/gi, '')}>`);
