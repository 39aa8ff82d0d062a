import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../src/demo/people.js';
import { projectPath } from '../src/paths.js';

const pagesIn = (folder: string): string[] =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const rootPages = readdirSync(projectPath()).filter((name) => name.endsWith('.md'));
const PAGES = [...rootPages, ...pagesIn('docs')];

const read = (page: string): string => readFileSync(projectPath(page), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
const codeBlocks = (page: string, language: string): string[] =>
  matches(read(page), new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'));

/** The heading's anchor as the usual Markdown viewers make it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function deadLinksOf(page: string): string[] {
  const text = withoutCode(read(page));
  const targets = [...matches(text, /\]\(([^)\s]+)\)/g), ...matches(text, /<img[^>]* src="([^"]+)"/g)];
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', place] = target.split('#');
    const file = path === '' ? projectPath(page) : resolve(dirname(projectPath(page)), path);
    if (!existsSync(file)) return true;
    return (
      place !== undefined &&
      !matches(readFileSync(file, 'utf8'), /^#+ (.+)$/gm)
        .map(anchor)
        .includes(place)
    );
  });
}

describe('the pages', () => {
  it.each(PAGES)('%s links only to what is there', (page) => {
    expect(deadLinksOf(page)).toEqual([]);
  });

  it.each([
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'README.md',
    'docs/operations.md',
    'docs/schema.md',
    'docs/domain.md',
  ])('%s names only files of src/ that exist', (page) => {
    const named = matches(read(page), /\b(src\/[\w./-]*\w)/g);
    expect(named.filter((path) => !existsSync(projectPath(path)))).toEqual([]);
  });

  it('show the rooms that the source has, with every file that stands in src/ itself', () => {
    const text = read('ARCHITECTURE.md');
    const there = readdirSync(projectPath('src'), { withFileTypes: true });
    const unnamed = there.filter((entry) =>
      entry.isDirectory() ? !text.includes(`| \`${entry.name}\` |`) : !text.includes(`\`src/${entry.name}\``),
    );
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });
});

describe('the README', () => {
  const readme = read('README.md');

  it('explains every npm script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unnamed = Object.keys(scripts).filter((name) => {
      const spoken = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
      return !readme.includes(`\`${spoken}\``) && !readme.includes(`\`npm run -s ${name} -- `);
    });
    expect(unnamed).toEqual([]);
  });

  it('explains every command and every option that desk --help lists', async () => {
    const help = await desk('--help');
    const commands = matches(/Commands:([\s\S]*?)\n\n/.exec(help)?.[1] ?? '', /^ {2}([a-z-]+)/gm).filter(
      (name) => name !== 'help',
    );
    expect(commands).toContain('chat');
    const undocumented = commands.filter((name) => !new RegExp(`^\\| \`${name}[\` ]`, 'm').test(readme));
    const options = matches(await desk('chat', '--help'), /^ {2}(--[a-z]+)/gm);
    expect(options).toContain('--shop');
    expect([...undocumented, ...options.filter((option) => !readme.includes(`\`${option}`))]).toEqual([]);
  });

  it('introduces the people of the demo shop as the shop knows them', () => {
    const rows = demoPeople().map((who) => `| ${who.name} | ${who.orderNumber} | ${who.email} | ${who.situation} |`);
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
    expect(demoPeople().filter(({ try: sentence }) => !readme.includes(` ${sentence}`))).toEqual([]);
  });
});

describe('the glossary', () => {
  const TERMS = (
    'order, order line, SKU, on hand, allocated, ATP, backorder, buffer, purchase order, receipt, lead time, slip, ' +
    'promised date, ETA, ships, arrives, queue position, units ahead, safety stock, reorder point, days of cover, ' +
    'fill rate, OTIF, substitute, incentive, offer, escalation, hand-off, SOP, digest, proposal, recap, ' +
    'promise ledger, principal, door, roster, audit, lease, fence, inbox, outbox, business time, business day, ' +
    'local date, shipping statement, refund owed, conversation, turn, brain, flow, intent, guard, tool, policy, scenario'
  ).split(', ');

  it('defines every term of the field, each once', () => {
    const defined = matches(read('docs/glossary.md'), /\*\*([^*]+?)\.?\*\*/g).map((term) => term.toLowerCase());
    expect(TERMS.filter((term) => !defined.includes(term.toLowerCase()))).toEqual([]);
    expect(defined.filter((term, at) => defined.indexOf(term) !== at)).toEqual([]);
  });
});

describe('the tables in docs/schema.md', () => {
  const drawn = codeBlocks('docs/schema.md', 'mermaid').join('\n');
  const tables = new Map(
    [...read('src/store/schema.sql').matchAll(/create table (\w+) \(\n([\s\S]*?)\n\);/g)].map(
      ([, name = '', body = '']) => [name, body],
    ),
  );

  it('are all there, with columns that exist and every foreign key', () => {
    expect(tables.size).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const [name, body] of tables) {
      const attributes = new RegExp(`^ {2}${name} \\{([^}]*)\\}`, 'm').exec(drawn)?.[1];
      if (attributes === undefined && !new RegExp(`\\b${name}\\b`).test(drawn)) wrong.push(`${name} is not drawn`);
      for (const line of attributes?.trim().split('\n') ?? []) {
        const [, column = ''] = line.trim().split(/\s+/);
        if (!new RegExp(`^ {2}${column} `, 'm').test(body)) wrong.push(`${name}.${column} does not exist`);
      }
      for (const target of matches(body, /FOREIGN KEY \([^)]*\) REFERENCES (\w+)/g))
        if (!new RegExp(`\\b${target} \\S+--\\S+ ${name} `).test(drawn)) wrong.push(`${name} → ${target} is not drawn`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("CONTRIBUTING's worked example", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(projectPath('node_modules', '.worked-example-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('stands in the source as it does there', () => {
    const [tool = '', data = '', flow = ''] = codeBlocks('CONTRIBUTING.md', 'ts');
    const [template = ''] = codeBlocks('CONTRIBUTING.md', 'hbs');
    expect(read('src/tools/get-refund-status.ts').trim()).toBe(tool.trim());
    expect(read('src/store/refunds.ts')).toContain(data.trim());
    expect(read('src/brains/rules/flows/refund-status.ts').trim()).toBe(flow.trim());
    expect(read('templates/shopper/en/refund-status.hbs').trim()).toBe(template.trim());
  });

  // the compiler goes through the whole source, which takes long beside other work
  it('type-checks as it stands there', async () => {
    const [tool = '', data = '', flow = ''] = codeBlocks('CONTRIBUTING.md', 'ts');
    const imports = [
      "import { z } from 'zod';",
      "import { Instant, LocalDate } from '../domain/kernel/dates.js';",
      "import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';",
      "import { Money } from '../domain/kernel/money.js';",
      "import type { SqlOrTx } from './connect.js';",
    ].join('\n');
    const files = {
      'src/tools/get-refund-status.ts': tool,
      'src/store/refunds.ts': `${imports}\n${data}`,
      'src/brains/rules/flows/refund-status.ts': flow,
      // the example's files stand among the real ones, as if they were in src/
      'tsconfig.json': JSON.stringify({
        extends: projectPath('tsconfig.json'),
        compilerOptions: { rootDirs: [join(folder, 'src'), projectPath('src')], types: ['node'] },
        include: ['src'],
      }),
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const run = spawnSync(process.execPath, [projectPath('node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    expect(run.stdout).toBe('');
    expect(run.status).toBe(0);
  });
});

async function desk(...args: string[]): Promise<string> {
  const cli = projectPath('src/cli.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', cli, ...args], {
    cwd: projectPath(),
  });
  return stdout;
}
