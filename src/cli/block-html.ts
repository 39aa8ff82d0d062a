import type { Block, Fillable, Pressable } from '../channels/slack/blocks/schemas.js';
import type { Sample } from '../channels/slack/samples/sample.js';

type Text = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Slack's markup as HTML. What is escaped in it (&amp; &lt; &gt;) is so in HTML. */
const marked = (text: string): string =>
  text
    .replace(/<@([A-Z0-9]+)>/g, '<span class="mention">@$1</span>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replace(/(?<![\p{L}\p{N}*])\*([^*\n]+)\*(?![\p{L}\p{N}*])/gu, '<b>$1</b>')
    .replace(/(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu, '<i>$1</i>')
    .replace(/^>(.*)$/gm, '<q>$1</q>')
    .replaceAll(':warning:', '⚠️')
    .replaceAll(':memo:', '📝')
    .replaceAll('\n', '<br>');

const textOf = ({ type, text }: Text): string => (type === 'mrkdwn' ? marked(text) : escapeHtml(text));

function element(one: Pressable | Fillable): string {
  switch (one.type) {
    case 'button':
      return `<button class="${one.style ?? ''}">${textOf(one.text)}</button>`;
    case 'plain_text_input':
      return one.multiline ? '<textarea></textarea>' : `<input value="${escapeHtml(one.initial_value ?? '')}">`;
    case 'number_input':
      return `<input type="number" value="${escapeHtml(one.initial_value ?? '')}">`;
    case 'datepicker':
      return `<input type="date" value="${one.initial_date ?? ''}">`;
    case 'users_select':
      return '<select><option>Choose a person</option></select>';
    case 'static_select':
      return `<select>${one.options.map(({ text }) => `<option>${textOf(text)}</option>`).join('')}</select>`;
    case 'overflow':
      return '<button>⋯</button>';
    case 'radio_buttons':
    case 'checkboxes': {
      const kind = one.type === 'checkboxes' ? 'checkbox' : 'radio';
      return one.options.map(({ text }) => `<label><input type="${kind}"> ${textOf(text)}</label>`).join('');
    }
  }
}

/** One block of Block Kit as HTML, near enough to Slack's own to review the wording. */
export function blockHtml(block: Block): string {
  switch (block.type) {
    case 'header':
      return `<h3>${textOf(block.text)}</h3>`;
    case 'divider':
      return '<hr>';
    case 'context':
      return `<p class="context">${block.elements.map(textOf).join(' ')}</p>`;
    case 'actions':
      return `<p class="actions">${block.elements.map(element).join(' ')}</p>`;
    case 'section': {
      const texts = [...(block.text ? [block.text] : []), ...(block.fields ?? [])].map(textOf).join('<br>');
      return `<div class="section"><div>${texts}</div>${block.accessory ? `<div>${element(block.accessory)}</div>` : ''}</div>`;
    }
    case 'image':
      return `<p class="context">(picture: ${escapeHtml(block.alt_text)})</p>`;
    case 'input': {
      const hint = block.hint ? `<span class="context">${textOf(block.hint)}</span>` : '';
      return `<label class="input"><b>${textOf(block.label)}</b>${element(block.element)}${hint}</label>`;
    }
  }
}

/** A card, modal or App Home as HTML; a modal with its title above and its button below. */
export function sampleHtml(sample: Sample): string {
  switch (sample.as) {
    case 'message': {
      const { text, blocks } = sample.message;
      return blocks ? blocks.map(blockHtml).join('\n') : `<div class="section"><div>${marked(text)}</div></div>`;
    }
    case 'home':
      return sample.home.blocks.map(blockHtml).join('\n');
    case 'modal': {
      const { title, submit, blocks } = sample.modal;
      const close = `<button>${submit === null ? 'Close' : 'Cancel'}</button>`;
      const hand = submit === null ? '' : ` <button class="primary">${escapeHtml(submit)}</button>`;
      return `<h3>${escapeHtml(title)}</h3>${blocks.map(blockHtml).join('\n')}<p class="actions end">${close}${hand}</p>`;
    }
  }
}
