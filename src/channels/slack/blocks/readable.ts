import type { Block, Message, Pressable } from './schemas.js';

/** A message as text for a terminal: its blocks line by line, buttons in brackets. */
export const readable = ({ text, blocks }: Message): string =>
  blocks ? blocks.map(blockText).join('\n') : unmarked(text);

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
/** Without what only Slack shows: bold, italics, and what was escaped for it. */
const unmarked = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}])[*_`]|[*_`](?![\p{L}\p{N}])/gu, '')
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);

const pressable = (element: Pressable): string =>
  element.type === 'button' ? `[${element.text.text}]` : `[${element.type.replaceAll('_', ' ')}]`;

function blockText(block: Block): string {
  switch (block.type) {
    case 'header':
      return `${block.text.text}\n${'='.repeat(block.text.text.length)}`;
    case 'section':
      return [
        ...[block.text, ...(block.fields ?? [])].flatMap((part) => (part ? [unmarked(part.text)] : [])),
        ...(block.accessory ? [`  ${pressable(block.accessory)}`] : []),
      ].join('\n');
    case 'context':
      return block.elements.map((part) => unmarked(part.text)).join('  ');
    case 'divider':
      return '—';
    case 'actions':
      return `  ${block.elements.map(pressable).join(' ')}`;
    case 'image':
      return `(${block.alt_text})`;
    case 'input':
      return `${block.label.text}: ____`;
  }
}
