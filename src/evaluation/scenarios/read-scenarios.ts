import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { FileError } from '../backtest/read-csv.js';
import { Scenario } from './scenario.js';

export interface ScenarioFile {
  /** Its path within the folder that was asked for; the folder part says which behaviour it is about. */
  readonly name: string;
  readonly scenario: Scenario;
}

/**
 * Reads one scenario file, or every .yaml file under a folder in the order of their names. Throws FileError naming file,
 * line and column of the first thing that is wrong.
 */
export async function readScenarios(path: string): Promise<ScenarioFile[]> {
  const files = await filesUnder(path);
  if (files.length === 0) throw new FileError(`${path}:1:1: holds no scenario: no file in it ends in .yaml`);
  return Promise.all(
    files.map(async (file) => ({
      name: file === path ? file : relative(path, file),
      scenario: await readScenario(file),
    })),
  );
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new FileError(`${path}:1:1: there is no such file or folder`);
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !name.split('/').some((part) => part.startsWith('_')))
    .sort()
    .map((name) => join(path, name));
}

/** Reads one file; a `seed:` beside `turns` names the file that carries its shop. */
export async function readScenario(file: string): Promise<Scenario> {
  const { document, lines } = await readYaml(file);
  const given: unknown = document.toJS();
  const seed = seedOf(given);
  if (seed === null) return checked(given, { file, document, lines });
  const other = await readYaml(join(dirname(file), seed));
  const { seed: _, ...own } = given as Record<string, unknown>;
  return checked({ ...(other.document.toJS() as object), ...own }, { file, document, lines });
}

const seedOf = (given: unknown): string | null =>
  typeof given === 'object' && given !== null && 'seed' in given && typeof given.seed === 'string' ? given.seed : null;

interface Source {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

async function readYaml(file: string): Promise<Source> {
  const lines = new LineCounter();
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FileError(`${file}:1:1: there is no such file`);
  });
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new FileError(`${file}:${placeAt(error.pos[0], lines)}: ${error.message}`);
  return { file, document, lines };
}

function checked(given: unknown, { file, document, lines }: Source): Scenario {
  const read = Scenario.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = [...(issue?.path ?? [])].filter((part) => typeof part !== 'symbol');
  const at = placeAt(offsetOf(document, path), lines);
  throw new FileError(`${file}:${at}: ${path.join('.') || 'the scenario'}: ${issue?.message ?? 'is wrong'}`);
}

function placeAt(offset: number, lines: LineCounter): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}

/** Where the nearest part of a path that is in the file stands. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    if (node?.range) return node.range[0] ?? 0;
  }
  return isMap(document.contents) ? (document.contents.range[0] ?? 0) : 0;
}
