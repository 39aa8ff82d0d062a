import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/domain/kernel/dates.js';
import { checkReply } from '../../src/grounding/check-reply.js';
import { collectFacts } from '../../src/grounding/facts.js';
import { loadDeskRules } from '../../src/knowledge/desk-rules.js';
import { projectPath } from '../../src/paths.js';
import { CUSTOMER_MESSAGE_KINDS } from '../../src/store/customer-message-facts.js';
import type { Tool } from '../../src/tools/define-tool.js';
import { TOOLS } from '../../src/tools/roster.js';
import { TeamAsk } from '../../src/tools/team-question.js';
import { loadWording } from '../../src/wording/render.js';
import { sampleFacts } from '../../src/wording/samples/shopper-samples.js';
import { TEMPLATE_FACTS } from '../../src/wording/samples/template-facts.js';

const FOLDER = 'templates/shopper/en';
const todayOn = localDate('2026-11-23');
const wording = loadWording(FOLDER);
const names = filesIn(FOLDER, '.hbs').map((file) => file.slice(0, -'.hbs'.length));

function filesIn(folder: string, ending: string): string[] {
  const files = readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith(ending)).sort();
}

describe('every shopper template', () => {
  it('has sample facts, and no sample is left over', () => {
    expect(names.filter((name) => sampleFacts(name) === null)).toEqual([]);
    expect(Object.keys(TEMPLATE_FACTS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(names)('%s renders, as text without a trace of its making', (name) => {
    const text = wording.say(name, sampleFacts(name) ?? {});
    expect(text).not.toBe('');
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null|\[object|NaN| {2}|_| [.,;]/);
  });

  it.each(names)('%s says nothing that its facts do not bear', (name) => {
    const facts = collectFacts([{ tool: 'sample', output: { kind: 'sample', ...sampleFacts(name) } }]);
    const text = wording.say(name, sampleFacts(name) ?? {});
    expect(checkReply({ text, facts, shopperText: '', today: todayOn, depth: 'roles' })).toMatchObject({
      kind: 'grounded',
    });
  });
});

describe('templates and code', () => {
  // the model's brain names templates of prompts/, the pages behind links in mails those of templates/pages/
  const files = filesIn('src', '.ts').filter((file) => !/^(brains\/llm|channels\/email)\//.test(file));
  const code = files.map((file) => readFileSync(projectPath('src', file), 'utf8')).join('\n');
  // recap/, still/, done/ and button/ carry the name of the tool that proposes
  const proposals = TOOLS.filter((tool: Tool) => tool.effect === 'propose').map(({ name }) => name);
  // ask/ that of one which the team may put to a shopper
  const asked = TeamAsk.options.map(({ shape }) => `ask/${shape.tool.value}`);
  // message/ the kind of what a customer is told without asking, where a chat or a text says it
  const messages = CUSTOMER_MESSAGE_KINDS.map((kind) => `message/${kind}`).filter((name) => wording.has(name));
  // other-language/ that in which somebody wrote
  const foreign = names.filter((name) => name.startsWith('other-language/'));
  const derived = [
    ...foreign,
    ...asked,
    ...messages,
    ...proposals.flatMap((tool) => [`recap/${tool}`, `still/${tool}`, `done/${tool}`, `button/${tool}`]),
  ];
  const literals = new Set([...code.matchAll(/'([a-z][a-z0-9/_-]*)'/g)].map(([, text]) => text));

  const replies = loadDeskRules().replies.steps.flatMap(({ say }) => say);
  const said = new Set([...replies, 'hello', 'sign-off'].map((part) => `reply/${part}`));

  it('every template is used', () => {
    expect(
      [...new Set(names.map((name) => name.replace(/\.sms$/, '')))].filter(
        (name) => !derived.includes(name) && !literals.has(name) && !said.has(name),
      ),
    ).toEqual([]);
  });

  it('every template that code names exists', () => {
    const calls = [...code.matchAll(/\b(?:tell|say)\(([^()]*)/g)].map(([, args = '']) => args.split(/[{[]/)[0] ?? '');
    const called = calls.flatMap((args) => [...args.matchAll(/'([a-z][a-z0-9/_-]*)'/g)].map(([, name]) => name));
    const named = [...code.matchAll(/\btemplate: '([^']+)'/g)].map(([, name]) => name);
    expect(called.length).toBeGreaterThan(20);
    expect([...new Set([...called, ...named, ...derived, ...said])].filter((name = '') => !wording.has(name))).toEqual(
      [],
    );
  });
});
