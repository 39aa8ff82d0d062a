import type { StaffPolicy } from '../../knowledge/staff-policy.js';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * A message as it was typed, without what Slack puts around addresses, links and mentions: for a customer, who has no
 * Slack. A colleague is called by their name.
 */
export function readTyped(text: string, { people }: Pick<StaffPolicy, 'people'>): string {
  return text
    .replace(
      /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g,
      (_, id) => people.find(({ slack }) => slack === id)?.name ?? 'a colleague',
    )
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<#[^|>]*(?:\|([^>]*))?>/g, (_, name) => (name ? `#${name}` : 'a channel'))
    .replace(/<(?:mailto:|tel:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>/g, (_, url, shown) =>
      shown && !url.includes(shown) ? `${shown} (${url})` : url,
    )
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
