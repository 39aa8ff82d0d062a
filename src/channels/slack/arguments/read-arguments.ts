import type { Argument, ArgumentShape, Given, Read, Token } from './argument.js';

export type ArgumentsRead<Shape extends ArgumentShape> =
  | { readonly kind: 'read'; readonly input: Given<Shape> }
  | { readonly kind: 'missing'; readonly what: string }
  | { readonly kind: 'not_understood'; readonly words: string };

/**
 * Reads what a command was given. Each argument takes the first words that it can read, wherever they stand, so that
 * "discount 10% 1042" is as good as "1042 discount 10%".
 */
export function readArguments<Shape extends ArgumentShape>(shape: Shape, text: string): ArgumentsRead<Shape> {
  let left = tokenise(text);
  const input: Record<string, unknown> = {};
  for (const [name, argument] of Object.entries(shape)) {
    const found = argument.isRest ? takeRest(left) : take(argument, left);
    if (!found && argument.isRequired) return { kind: 'missing', what: argument.what };
    input[name] = found?.value ?? null;
    if (found) left = found.left;
  }
  if (left.length > 0) return { kind: 'not_understood', words: left.map((token) => token.text).join(' ') };
  return { kind: 'read', input: input as Given<Shape> };
}

interface Taken {
  readonly value: unknown;
  readonly left: readonly Token[];
}

function take(argument: Argument, tokens: readonly Token[]): Taken | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const found: Read<unknown> = argument.read(tokens, at);
    if (found) return { value: found.value, left: [...tokens.slice(0, at), ...tokens.slice(at + found.took)] };
  }
  return null;
}

const takeRest = (tokens: readonly Token[]): Taken | null =>
  tokens.length > 0 ? { value: tokens.map(({ text }) => text).join(' '), left: [] } : null;

const QUOTED = /["“”„]([^"“”„]*)["“”„]|(\S+)/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
/** What Slack makes of an address or a link: `<mailto:ana@example.com|ana@example.com>`. Mentions stay as they are. */
const LINKED = /<(?:mailto:|https?:|tel:)[^|>]*(?:\|([^>]*))?>/g;

/** Words and quoted words, without what Slack puts around them. */
export function tokenise(text: string): readonly Token[] {
  const plain = text.replace(LINKED, (link, shown: string | undefined) => shown ?? link.slice(1, -1));
  return [...plain.matchAll(QUOTED)].map(([, quoted, bare]) => ({
    text: (quoted ?? bare ?? '').replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity).trim(),
    isQuoted: quoted !== undefined,
  }));
}
