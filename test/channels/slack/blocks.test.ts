import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actions,
  button,
  clip,
  header,
  message,
  option,
  section,
  words,
} from '../../../src/channels/slack/blocks/build.js';
import { escapeWords, lines, mrkdwn } from '../../../src/channels/slack/blocks/mrkdwn.js';
import { Block, Home, Message, Modal } from '../../../src/channels/slack/blocks/schemas.js';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const marked = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const press = (parts: object) => ({ type: 'button', action_id: 'a', text: plain(1), ...parts });
const inActions = (element: unknown) => ({ type: 'actions', elements: [element] });
const select = (options: unknown[]) => ({ type: 'static_select', action_id: 'a', options });
const choice = (text: number, value: number) => ({ text: plain(text), value: 'v'.repeat(value) });

describe('Slack’s published limits', () => {
  it.each<[string, (size: number) => unknown, number]>([
    ['characters of a header', (size) => ({ type: 'header', text: plain(size) }), 150],
    ['characters of a section', (size) => ({ type: 'section', text: marked(size) }), 3_000],
    ['characters of a field', (size) => ({ type: 'section', fields: [marked(size)] }), 2_000],
    ['fields', (size) => ({ type: 'section', fields: Array.from({ length: size }, () => marked(1)) }), 10],
    [
      'elements of a context',
      (size) => ({ type: 'context', elements: Array.from({ length: size }, () => marked(1)) }),
      10,
    ],
    ['characters of a button', (size) => inActions(press({ text: plain(size) })), 75],
    ['characters of a button’s value', (size) => inActions(press({ value: 'v'.repeat(size) })), 2_000],
    ['characters of an action id', (size) => inActions(press({ action_id: 'a'.repeat(size) })), 255],
    ['options', (size) => inActions(select(Array.from({ length: size }, () => choice(1, 1)))), 100],
    ['characters of an option', (size) => inActions(select([choice(size, 1)])), 75],
    ['characters of an option’s value', (size) => inActions(select([choice(1, size)])), 150],
    [
      'characters of a label',
      (size) => ({
        type: 'input',
        block_id: 'b',
        label: plain(size),
        element: { type: 'plain_text_input', action_id: 'a' },
      }),
      2_000,
    ],
    [
      'elements of an actions block',
      (size) => ({ type: 'actions', elements: Array.from({ length: size }, (_, n) => press({ action_id: `a${n}` })) }),
      25,
    ],
  ])('%s', (_what, make, most) => {
    expect(Block.safeParse(make(most)).success).toBe(true);
    expect(Block.safeParse(make(most + 1)).success).toBe(false);
    expect(Block.safeParse(make(0)).success).toBe(_what.includes('value') && !_what.includes('option'));
  });

  const divided = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
  const modal = (parts: object) => ({
    type: 'modal',
    callback_id: 'c',
    title: plain(1),
    private_metadata: '',
    blocks: [],
    ...parts,
  });

  it('blocks of a message, a modal and App Home', () => {
    const holds = (schema: typeof Message | typeof Modal | typeof Home, value: unknown) =>
      schema.safeParse(value).success;
    expect([50, 51].map((count) => holds(Message, { text: 'x', blocks: divided(count) }))).toEqual([true, false]);
    expect([100, 101].map((count) => holds(Home, { type: 'home', blocks: divided(count) }))).toEqual([true, false]);
    expect([100, 101].map((count) => holds(Modal, modal({ blocks: divided(count) })))).toEqual([true, false]);
    expect([24, 25].map((size) => holds(Modal, modal({ title: plain(size) })))).toEqual([true, false]);
    expect([3_000, 3_001].map((size) => holds(Modal, modal({ private_metadata: 'x'.repeat(size) })))).toEqual([
      true,
      false,
    ]);
  });

  it('an id only once', () => {
    const twice = (name: string) => ({ text: 'x', blocks: [1, 2].map(() => ({ type: 'divider', block_id: name })) });
    expect(Message.safeParse(twice('same')).success).toBe(false);
    const pressed = { text: 'x', blocks: [{ type: 'actions', elements: [press({}), press({})] }] };
    expect(Message.safeParse(pressed).success).toBe(false);
  });
});

describe('what is built', () => {
  it('is within the limits whatever is put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (text) => {
        const said = `x${text}`;
        const built = message(words('x'), [
          header(said),
          section(mrkdwn`${clip(said, 80)}`),
          actions(button({ text: said, action: 'a:b', value: { order: '1042' } })),
        ]);
        expect(Message.safeParse(built).error).toBeUndefined();
        expect(option(said, 'v').text.text.length).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('lets nobody’s words become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&!@#*_~`|c:/ \n\u202ea') }), (text) => {
        const shown = escapeWords(text);
        expect(shown).not.toMatch(/[<>*`~\n\u202e]/);
        expect(shown.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
      }),
    );
    expect(escapeWords('<!channel> & `x` *y* _z_ a_b')).toBe('&lt;!channel&gt; &amp; ˋxˋ ∗y∗ ＿z＿ a_b');
    expect(mrkdwn`*${'*bold*'}* ${lines([mrkdwn`_a_`, mrkdwn`b`])}`.text).toBe('*∗bold∗* _a_\nb');
  });
});
