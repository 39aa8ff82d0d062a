import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessageBlocks } from '../../../src/sandbox/slack/blocks/read-blocks.js';
import { readView } from '../../../src/sandbox/slack/blocks/read-view.js';
import { SlackError } from '../../../src/sandbox/slack/slack-error.js';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const option = (at: number) => ({ text: plain(1), value: `v${at}` });
const button = (rest: object = {}) => ({ type: 'button', text: plain(1), ...rest });
const actions = (...elements: object[]) => [{ type: 'actions', elements }];
const select = (options: number) => ({ type: 'static_select', options: many(options, option) });
const modal = (rest: object = {}) => ({ type: 'modal', title: plain(1), blocks: [{ type: 'divider' }], ...rest });
const input = (element: object, rest: object = {}) => ({ type: 'input', label: plain(1), element, ...rest });
const inModal = (element: object) => modal({ submit: plain(1), blocks: [input(element)] });

function refusal(read: () => unknown): SlackError | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof SlackError) return error;
    throw error;
  }
}
const ofBlocks = (blocks: unknown) => refusal(() => readMessageBlocks(blocks));
const ofView = (view: unknown) => refusal(() => readView(view, 'modal'));

/** What Slack publishes: the most of each thing, and a payload that has `n` of it. */
const MOSTS: readonly (readonly [string, number, (n: number) => SlackError | null])[] = [
  ['blocks of a message', 50, (n) => ofBlocks(many(n, () => ({ type: 'divider' })))],
  ['blocks of a modal', 100, (n) => ofView(modal({ blocks: many(n, () => ({ type: 'divider' })) }))],
  ['characters of a section', 3_000, (n) => ofBlocks([{ type: 'section', text: mrkdwn(n) }])],
  ['fields of a section', 10, (n) => ofBlocks([{ type: 'section', fields: many(n, () => mrkdwn(1)) }])],
  ['characters of a field', 2_000, (n) => ofBlocks([{ type: 'section', fields: [mrkdwn(n)] }])],
  ['characters of a header', 150, (n) => ofBlocks([{ type: 'header', text: plain(n) }])],
  ['characters of markdown', 12_000, (n) => ofBlocks([{ type: 'markdown', text: 'x'.repeat(n) }])],
  ['elements of a context', 10, (n) => ofBlocks([{ type: 'context', elements: many(n, () => mrkdwn(1)) }])],
  ['elements of actions', 25, (n) => ofBlocks(actions(...many(n, () => button())))],
  ['characters of a button', 75, (n) => ofBlocks(actions(button({ text: plain(n) })))],
  ['characters of a value', 2_000, (n) => ofBlocks(actions(button({ value: 'x'.repeat(n) })))],
  ['characters of a url', 3_000, (n) => ofBlocks(actions(button({ url: 'x'.repeat(n) })))],
  ['characters of an action id', 255, (n) => ofBlocks(actions(button({ action_id: 'x'.repeat(n) })))],
  ['characters of a block id', 255, (n) => ofBlocks([{ type: 'divider', block_id: 'x'.repeat(n) }])],
  ['options of a select', 100, (n) => ofBlocks(actions(select(n)))],
  ['options of an overflow', 5, (n) => ofBlocks(actions({ type: 'overflow', options: many(n, option) }))],
  ['boxes', 10, (n) => ofBlocks(actions({ type: 'checkboxes', options: many(n, option) }))],
  ['dots', 10, (n) => ofBlocks(actions({ type: 'radio_buttons', options: many(n, option) }))],
  ['characters of a placeholder', 150, (n) => ofBlocks(actions({ ...select(1), placeholder: plain(n) }))],
  ['characters of a modal’s title', 24, (n) => ofView(modal({ title: plain(n) }))],
  ['characters of a submit button', 24, (n) => ofView(modal({ submit: plain(n) }))],
  ['characters of private metadata', 3_000, (n) => ofView(modal({ private_metadata: 'x'.repeat(n) }))],
  ['characters of a callback id', 255, (n) => ofView(modal({ callback_id: 'x'.repeat(n) }))],
  [
    'characters of an initial text',
    3_000,
    (n) => ofView(inModal({ type: 'plain_text_input', initial_value: 'x'.repeat(n) })),
  ],
  [
    'characters of a confirm’s text',
    300,
    (n) =>
      ofBlocks(actions(button({ confirm: { title: plain(1), text: plain(n), confirm: plain(1), deny: plain(1) } }))),
  ],
];

describe('the published limits', () => {
  it.each(MOSTS)('%s: %i are taken, one more is not', (_what, most, refusalOf) => {
    expect(refusalOf(most)).toBeNull();
    const refused = refusalOf(most + 1);
    expect(['invalid_blocks', 'invalid_arguments']).toContain(refused?.code);
    expect(refused?.messages.length).toBe(1);
  });

  it('are told with the place where they were passed', () => {
    const error = ofBlocks([{ type: 'divider' }, { type: 'section', text: mrkdwn(3_001) }]);
    expect(error?.body()).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'] },
    });
  });
});

describe('blocks', () => {
  it.each([
    ['an unknown kind', [{ type: 'carousel' }], 'unsupported type'],
    ['an unknown property', [{ type: 'divider', colour: 'red' }], 'invalid additional property: colour'],
    ['a missing property', [{ type: 'header' }], 'missing required field: text'],
    ['an empty text', [{ type: 'header', text: plain(0) }], 'must be more than 0 characters'],
    ['a section of nothing', [{ type: 'section' }], 'must have text or fields'],
    ['mrkdwn in a header', [{ type: 'header', text: mrkdwn(1) }], 'must be plain_text'],
    ['a text field among buttons', actions({ type: 'plain_text_input' }), 'unsupported type'],
    ['a menu without options', actions({ type: 'static_select' }), 'must have either options or option_groups'],
    ['an address that is none', [{ type: 'image', image_url: 'javascript:1', alt_text: 'x' }], 'invalid url'],
    ['a block id twice', many(2, () => ({ type: 'divider', block_id: 'same' })), 'block_id already exists'],
    ['an action id twice', actions(button({ action_id: 'a' }), button({ action_id: 'a' })), 'action_id already exists'],
  ])('are refused for %s', (_what, blocks, words) => {
    expect(ofBlocks(blocks)?.messages.join()).toContain(words);
  });

  it('get ids where they have none, and keep those they have', () => {
    const [block] = readMessageBlocks(actions(button(), button({ action_id: 'mine' })));
    expect(block).toMatchObject({
      block_id: expect.any(String),
      elements: [{ action_id: expect.any(String) }, { action_id: 'mine' }],
    });
  });

  it('a message is never refused for what its text says', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (text) => {
        const blocks = readMessageBlocks([{ type: 'section', text: { type: 'mrkdwn', text } }]);
        expect(blocks[0]).toMatchObject({ text: { text } });
      }),
    );
  });
});

describe('views', () => {
  it('need a submit button when they have fields', () => {
    expect(ofView(modal({ blocks: [input({ type: 'plain_text_input' })] }))?.messages).toEqual([
      'missing required field: submit [json-pointer:/view]',
    ]);
  });

  it('may not be larger than 250 kB, nor a home in place of a modal', () => {
    const blocks = many(100, () => ({ type: 'section', text: mrkdwn(3_000) }));
    expect(ofView(modal({ blocks }))?.code).toBe('view_too_large');
    expect(ofView({ type: 'home', blocks: [] })?.messages).toEqual(['unsupported type [json-pointer:/view/type]']);
    expect(refusal(() => readView({ type: 'home', blocks: [] }, 'home'))).toBeNull();
  });
});
