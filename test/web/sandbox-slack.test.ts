import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldFault, initialValue } from '../../src/web/sandbox/slack/blocks/initial-value.js';
import { completionsFor } from '../../src/web/sandbox/slack/messages/completions.js';
import { groupMessages, inChannel, repliesTo } from '../../src/web/sandbox/slack/messages/message-groups.js';
import { type Inline, type Part, parseMrkdwn } from '../../src/web/sandbox/slack/mrkdwn/parse-mrkdwn.js';
import type { Element, Message } from '../../src/web/sandbox/slack/wire.js';

const inlines = (text: string): readonly Inline[] =>
  parseMrkdwn(text).flatMap((part) => (part.kind === 'preformatted' ? [] : part.lines.flat()));

describe('mrkdwn', () => {
  it('has bold, italic, struck and code, only around words', () => {
    expect(inlines('*a* _b_ ~c~ `d*e*`')).toEqual([
      { kind: 'bold', inside: [{ kind: 'text', text: 'a' }] },
      { kind: 'text', text: ' ' },
      { kind: 'italic', inside: [{ kind: 'text', text: 'b' }] },
      { kind: 'text', text: ' ' },
      { kind: 'strike', inside: [{ kind: 'text', text: 'c' }] },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'd*e*' },
    ]);
    expect(inlines('2*3*4 and snake_case_name')).toEqual([{ kind: 'text', text: '2*3*4 and snake_case_name' }]);
  });

  it('has people, channels, groups, addresses and emoji', () => {
    expect(inlines('<@U01REP> <#C01BACK|backorders> <!subteam^S1|leads> <https://a.example|see> :tada:')).toEqual([
      { kind: 'user', id: 'U01REP', text: '' },
      { kind: 'text', text: ' ' },
      { kind: 'channel', id: 'C01BACK', text: 'backorders' },
      { kind: 'text', text: ' ' },
      { kind: 'group', id: 'S1', text: 'leads' },
      { kind: 'text', text: ' ' },
      { kind: 'link', url: 'https://a.example', text: 'see' },
      { kind: 'text', text: ' ' },
      { kind: 'emoji', name: 'tada' },
    ]);
  });

  it('runs nothing that stands in an address', () => {
    expect(inlines('<javascript:alert(1)|click>')).toEqual([{ kind: 'text', text: '<javascript:alert(1)|click>' }]);
  });

  it('has quotes and blocks of code', () => {
    const kinds = (text: string) => parseMrkdwn(text).map(({ kind }) => kind);
    expect(kinds('before\n> said\n&gt; so\nafter\n```\n*as it is*\n```')).toEqual([
      'lines',
      'quote',
      'lines',
      'preformatted',
    ]);
    expect(parseMrkdwn('```a &lt; b```')).toEqual([{ kind: 'preformatted', text: 'a < b' }]);
  });

  it('shows every word that was written', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}$/);
    const wrapped = fc.tuple(words, fc.constantFrom('', '*', '_', '~', '`')).map(([word, mark]) => mark + word + mark);
    fc.assert(
      fc.property(fc.array(wrapped, { minLength: 1 }), (pieces) => {
        const text = pieces.join(' ');
        expect(textOf(parseMrkdwn(text))).toBe(text.replace(/[*_~`]/g, ''));
      }),
    );
  });
});

function textOf(parts: readonly Part[]): string {
  const said = (inline: Inline): string =>
    'inside' in inline ? inline.inside.map(said).join('') : 'text' in inline ? inline.text : '';
  return parts
    .map((part) => (part.kind === 'preformatted' ? part.text : part.lines.flat().map(said).join('')))
    .join('');
}

describe('completion', () => {
  const known = {
    commands: [
      {
        command: '/backorder',
        description: 'Late orders',
        usageHint: '[order 1042]',
        subcommands: [
          { name: 'order', usage: 'order 1042', description: 'What waits' },
          { name: 'offer', usage: 'offer 1042 10%', description: 'Give something' },
        ],
      },
    ],
    people: [{ id: 'U01REP', name: 'Riley Chen', title: 'Rep', isBot: false }],
    groups: [{ id: 'S1', handle: 'desk-leads' }],
    conversations: [{ id: 'C1', kind: 'public' as const, name: 'backorders', topic: 'Late', members: [] }],
  };
  const texts = (typed: string) => completionsFor(typed, known).map(({ text }) => text);

  it('finds commands, then what may follow them, then leaves the rest to the writer', () => {
    expect(texts('/')).toEqual(['/backorder ', '/invite ']);
    expect(texts('/backorder ')).toEqual(['/backorder order ', '/backorder offer ']);
    expect(texts('/backorder of')).toEqual(['/backorder offer ']);
    expect(texts('/backorder offer 1042')).toEqual([]);
    expect(completionsFor('/backorder offer', known)[0]?.isWhole).toBe(true);
  });

  it('finds people by either name, groups and channels, at the end of what is written', () => {
    expect(texts('ask @ch')).toEqual(['ask @Riley Chen ']);
    expect(texts('@desk')).toEqual(['@desk-leads ']);
    expect(texts('in #ba')).toEqual(['in #backorders ']);
    expect(texts('riley@ch')).toEqual([]);
  });
});

describe('a field', () => {
  const element = (type: string, rest: Partial<Element> = {}): Element => ({ type, action_id: 'v', ...rest });

  it('starts with what the app put there', () => {
    expect(initialValue(element('datepicker', { initial_date: '2026-12-04' }))).toEqual({
      type: 'datepicker',
      selected_date: '2026-12-04',
    });
    expect(initialValue(element('multi_static_select'))).toEqual({ type: 'multi_static_select', selected_options: [] });
    expect(initialValue(element('button'))).toBeNull();
  });

  it.each([
    ['plain_text_input', {}, null, 'Please complete this required field.'],
    ['plain_text_input', { min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
    ['number_input', {}, '1.5', 'Please enter a whole number.'],
    ['number_input', { max_value: '9' }, '10', 'Please enter 9 or less.'],
    ['number_input', { is_decimal_allowed: true, min_value: '0' }, '1.5', null],
    ['email_text_input', {}, 'nobody', 'Please enter a valid email address.'],
    ['url_text_input', {}, 'https://a.example', null],
  ])('%s %o: %s', (type, rest, value, fault) => {
    expect(fieldFault(element(type, rest), { type, value }, false)).toBe(fault);
  });

  it('may be empty when it is optional', () => {
    expect(fieldFault(element('checkboxes'), { type: 'checkboxes', selected_options: [] }, true)).toBeNull();
  });
});

describe('messages', () => {
  const message = (at: number, rest: Partial<Message> = {}): Message => ({
    channel: 'C1',
    ts: `${1_700_000_000 + at}.000100`,
    user: 'U01REP',
    text: 'x',
    isPrivate: false,
    isEdited: false,
    files: [],
    ...rest,
  });

  it('of one author in quick succession stand together', () => {
    const shown = groupMessages([message(0), message(60), message(61, { user: 'U02REP' }), message(600)]);
    expect(shown.map(({ isContinued }) => isContinued)).toEqual([false, true, false, false]);
    const secrets = groupMessages([message(0), message(1, { isPrivate: true }), message(2, { isPrivate: true })]);
    expect(secrets.map(({ isContinued }) => isContinued)).toEqual([false, false, false]);
    expect(shown.map(({ startsDay }) => startsDay)).toEqual([true, false, false, false]);
  });

  it('of a thread stand in it, and in the channel only when they were sent there too', () => {
    const root = message(0);
    const reply = message(1, { threadTs: root.ts });
    const both = message(2, { threadTs: root.ts, broadcast: true });
    expect(inChannel([root, reply, both])).toEqual([root, both]);
    expect(repliesTo([root, reply, both], root.ts)).toEqual([reply, both]);
  });
});
