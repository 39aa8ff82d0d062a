import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { loadWording, WordingError } from '../../src/wording/render.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A folder of templates, as loadWording names one: from the project's root. */
function templates(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'wording-'));
  folders.push(folder);
  for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, `${name}.hbs`), source);
  return loadWording(relative(projectPath(), folder));
}

const say = (source: string, facts: Record<string, unknown> = {}) =>
  templates({ note: source }).say('note', { todayOn: '2026-11-23', ...facts });

describe('a template', () => {
  it('is refused with a triple stash, by its file', () => {
    expect(() => templates({ raw: 'Hello {{{name}}}' })).toThrow(/raw\.hbs has \{\{\{/);
  });

  it.each([
    ['a fact', 'Hello {{name}}', {}],
    ['a condition', '{{#if name}}Hello{{/if}}', {}],
    ['an item of a list', '{{#each lines}}{{lineName}}{{/each}}', { lines: [{}] }],
    ['a list', '{{#each lines}}x{{/each}}', {}],
    ['a value to compare', '{{#if (eq reason "late")}}x{{/if}}', {}],
    ['a count', "{{plural units 'unit' 'units'}}", {}],
    ['a date', '{{date likelyOn}}', {}],
    ['an amount', '{{money refund}}', {}],
  ])('that misses %s throws and names itself', (_what, source, facts) => {
    expect(() => say(source, facts)).toThrow(WordingError);
    expect(() => say(source, facts)).toThrow(/note\.hbs/);
  });

  it.each([
    ['{{date day}}', { day: '12/4' }],
    ['{{date day}}', { day: '2026-13-01' }],
    ['{{money sum}}', { sum: 20 }],
    ['{{money sum}}', { sum: { cents: 1.5, currency: 'USD' } }],
    ['{{list names}}', { names: 'lens' }],
    ['{{item line}}', { line: { lineName: 'lens' } }],
  ])('%s takes no other kind of fact', (source, facts) => {
    expect(() => say(source, facts)).toThrow(/note\.hbs/);
  });

  it.each(['{{constructor}}', '{{constructor.name}}', '{{__proto__}}', '{{name.constructor}}', '{{toString}}'])(
    'reaches no further than its facts: %s',
    (source) => {
      expect(() => say(source, { name: 'Ana' })).toThrow(/note\.hbs/);
    },
  );

  it('that nobody wrote is named', () => {
    expect(() => templates({}).say('nothing', {})).toThrow(/There is no template .*nothing\.hbs/);
    expect(templates({}).has('nothing')).toBe(false);
  });

  it('leaves no more than one empty line and no space at an end', () => {
    expect(say('a  \n\n\n\n{{name}}\n', { name: 'b ' })).toBe('a\n\nb');
  });
});

describe('a hostile fact', () => {
  it.each([
    ['markup', '<img src=x onerror=alert(1)> & "q"', '<img src=x onerror=alert(1)> & "q"'],
    ['template syntax', '{{constructor}} {{{x}}}', '{{constructor}} {{{x}}}'],
    ['turned reading direction', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['control characters', 'a\u0000b\u001b[31mc\u0007', 'ab[31mc'],
    ['zero-width characters', 'le\u200bns\ufeff', 'lens'],
    ['tag characters', 'lens\u{e0041}\u{e0042}', 'lens'],
    ['line breaks', 'a\r\nb\nc\rd\u2028e\u2029f', 'a b c d e f'],
  ])('with %s is plain text on one line', (_what, name, shown) => {
    expect(say('[{{name}}]', { name })).toBe(`[${shown}]`);
  });

  it('is made plain wherever it stands', () => {
    const bad = 'x\u202e\ny';
    const facts = { lines: [{ lineName: bad, quantity: 2 }], names: [bad, bad] };
    expect(say('{{#each lines}}{{item this}}{{/each}}; {{list names}}', facts)).toBe('2 × x y; x y and x y');
  });

  it('keeps emoji and other scripts', () => {
    expect(say('{{name}}', { name: 'Zoë 👩‍💻 李 é' })).toBe('Zoë 👩‍💻 李 é');
  });

  it('of 100 KB is rendered to its end', () => {
    const name = `${' '.repeat(100_000)}.`;
    expect(say('{{name}}!', { name })).toBe('.!');
  });
});
