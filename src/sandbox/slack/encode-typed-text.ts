import { APP, type Conversation, PEOPLE, USER_GROUPS } from './state/seed.js';

const MENTIONABLE = [
  ...[...PEOPLE, { id: APP.userId, name: APP.name }].map(({ id, name }) => ({ name, code: `<@${id}>` })),
  ...USER_GROUPS.map(({ id, handle }) => ({ name: handle, code: `<!subteam^${id}>` })),
  ...['here', 'channel', 'everyone'].map((name) => ({ name, code: `<!${name}>` })),
];

/** Text that can hold no code: `&`, `<` and `>` escaped. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * What a person typed, as Slack passes it on: `&`, `<` and `>` escaped, and names, channels and addresses as codes in
 * angle brackets. Only this makes a code, so nobody can type one.
 */
export function encodeTypedText(typed: string, channels: readonly Pick<Conversation, 'id' | 'name'>[]): string {
  return escapeText(typed)
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : encodePart(part, channels)))
    .join('');
}

function encodePart(text: string, channels: readonly Pick<Conversation, 'id' | 'name'>[]): string {
  const linked = text.replace(/https?:\/\/[^\s|]+[^\s|.,;:!?)'"]/g, (address) => `<${address}>`);
  const mentioned = MENTIONABLE.reduce(
    (said, { name, code }) => said.replace(new RegExp(`(?<![\\w@/])@${escapeRegExp(name)}(?![\\w])`, 'gi'), () => code),
    linked,
  );
  return mentioned.replace(/(?<![\w&#/])#([a-z0-9_-]+)/g, (said, name: string) => {
    const channel = channels.find((one) => one.name === name);
    return channel ? `<#${channel.id}|${name}>` : said;
  });
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
