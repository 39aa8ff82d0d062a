// Builds what is out of date: compiled code, the intent model, the pages. Each part remembers the hash of what it was
// built from, so that a second start builds nothing. `--force` builds everything.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist/.built.json');

const parts = [
  {
    name: 'code',
    inputs: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    skip: 'src/web',
    output: 'dist/main.js',
    build() {
      const bin = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
      const run = spawnSync(process.execPath, [bin, '-p', join(root, 'tsconfig.build.json')], { encoding: 'utf8' });
      if (run.status !== 0) throw new Error(`The code does not compile:\n${run.stdout}${run.stderr}`);
    },
  },
  {
    name: 'intent model',
    inputs: ['knowledge/utterances', 'src/language', 'src/evaluation/train-intents.ts'],
    output: 'dist/intents.model',
    async build() {
      const { trainIntentsFromFolder } = await import(join(root, 'dist/evaluation/train-intents.js'));
      await trainIntentsFromFolder(join(root, 'knowledge/utterances'), join(root, 'dist/intents.model'));
    },
  },
  {
    name: 'pages',
    inputs: ['src/web', 'package-lock.json'],
    output: 'dist/web/index.html',
    async build() {
      const { buildWeb } = await import(join(root, 'src/web/build-web.mjs'));
      await buildWeb();
    },
  },
];

/** Builds what is out of date and returns the names of what was built. Notes go to stderr: stdout belongs to commands. */
export async function build({ force = false, only = parts.map(({ name }) => name) } = {}) {
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const built = [];
  for (const part of parts.filter(({ name }) => only.includes(name))) {
    const hash = hashOf(part.inputs, part.skip);
    if (!force && stamps[part.name] === hash && existsSync(join(root, part.output))) continue;
    process.stderr.write(`Building ${part.name} …\n`);
    await part.build();
    stamps[part.name] = hash;
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(`${stampFile}.${process.pid}`, JSON.stringify(stamps));
    renameSync(`${stampFile}.${process.pid}`, stampFile);
    built.push(part.name);
  }
  return built;
}

function hashOf(inputs, skip) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesOf(join(root, input)).sort()) {
      if (skip && file.startsWith(join(root, skip))) continue;
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesOf(join(path, entry.name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ force: process.argv.includes('--force') });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}
