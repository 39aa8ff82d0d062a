import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rule } from '../../../src/domain/delay-rule/rules.js';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';
import { sectionOf } from '../../../src/knowledge/sops/load-sops.js';
import { projectPath } from '../../../src/paths.js';
import type { Tool } from '../../../src/tools/define-tool.js';
import { findTool } from '../../../src/tools/roster.js';

const { sops, escalation, findSop } = loadDeskRules();
const textOf = (sop: (typeof sops)[number]) => sop.sections.map(({ text }) => text).join('\n');
const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe('the SOPs that ship', () => {
  it('are at least twelve, on the situations a backorder makes', () => {
    expect(sops.length).toBeGreaterThanOrEqual(12);
    expect(sops.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['first-delay-notice', 'second-slip', 'cancellations', 'substitutes', 'incentives']),
    );
  });

  it.each(sops)('$id can be cited heading by heading', (sop) => {
    for (const { citation, heading, text } of sop.sections) {
      expect(sectionOf(sops, citation)?.section.heading).toBe(heading);
      expect(text).not.toMatch(/\{\{|\}\}/);
    }
  });

  it.each(sops)('$id names tools that its readers hold', ({ tools, audience }) => {
    for (const name of tools) {
      const tool: Tool | undefined = findTool(name);
      expect(tool, name).toBeDefined();
      for (const reader of audience) expect(tool?.audience, name).toContain(reader);
    }
  });

  it.each(sops)('$id names rules, policies and rows that exist', (sop) => {
    const rules = escalation.rules.map(({ name }) => name);
    for (const name of named(textOf(sop), /\b[Rr]ule `([a-z-]+)`/g)) expect(rules).toContain(name);
    const policies = readdirSync(projectPath('knowledge/policy')).map((file) => `knowledge/policy/${file}`);
    for (const file of named(textOf(sop), /(knowledge\/policy\/[\w.-]*\w)/g)) expect(policies).toContain(file);
    const table = readFileSync(projectPath('docs/delay-rule.md'), 'utf8');
    for (const row of named(textOf(sop), /\brows? (\d+a?)\b/g)) expect(table).toContain(`\n| ${row} |`);
    const cites = Array.from({ length: 17 }, (_, row) => rule(String(row) as never)?.cite ?? '').join(' ');
    for (const cite of named(textOf(sop), /\b(435\.\d)/g)) expect(cites).toContain(cite);
  });

  it.each(sops.flatMap(({ id, questions }) => questions.map((question) => [id, question] as const)))(
    '%s answers its own question: %s',
    (id, question) => {
      expect(findSop(question)).toMatchObject({ kind: 'found', page: { id } });
    },
  );
});

describe('who names an SOP', () => {
  const files = ['src', 'templates', 'knowledge/policy'].flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|hbs|yaml)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const mentions = files.flatMap((file) =>
    named(readFileSync(projectPath(file), 'utf8'), /\bSOPs?: ([a-z][a-z ,#-]*)/g).flatMap((list) =>
      list.split(/, | and /).map((name) => [file, name.trim()] as const),
    ),
  );

  it.each(mentions)('%s names one that is there: %s', (_file, name) => {
    const id = name.replaceAll(' ', '-');
    expect(id.includes('#') ? sectionOf(sops, id) : sops.find((sop) => sop.id === id)).toBeDefined();
  });

  it('finds the tools that carry one out', () => {
    expect(mentions.length).toBeGreaterThan(8);
  });
});
