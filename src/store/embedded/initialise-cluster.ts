import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataHome, layoutOf } from './data-home.js';
import { codeOf, EmbeddedServerError, explainOutput } from './embedded-server-error.js';
import { runProgram } from './server-account.js';
import type { ServerPrograms } from './server-programs.js';

/** The server's only account for clients; it owns everything in this server. */
export const DATABASE_USER = 'desk';

const UNFINISHED = 'unfinished-';
const INITDB_LIMIT_MS = 120_000;

/**
 * Whether this home holds a database that these programs can open.
 *
 * @throws EmbeddedServerError `other_major_version` or `data_incomplete`; nothing is ever deleted
 */
export async function inspectCluster(folder: string, majorVersion: number): Promise<'absent' | 'ready'> {
  const { cluster, data } = layoutOf(folder);
  const version = await readIfThere(join(data, 'PG_VERSION'));
  if (version === undefined) {
    if ((await namesIn(cluster)).length === 0) return 'absent';
    throw new EmbeddedServerError(
      'data_incomplete',
      `${cluster} is not empty, but it holds no complete database (PG_VERSION is missing). Put the missing files back, or move the folder away to begin with an empty database.`,
    );
  }
  if (version.trim() === String(majorVersion)) return 'ready';
  throw new EmbeddedServerError(
    'other_major_version',
    `The database in ${folder} was made by PostgreSQL ${version.trim()}, and this version of the desk brings PostgreSQL ${majorVersion}. Move the folder away to begin with an empty database, or go back to the former version of the desk and export the data from there.`,
  );
}

/** The password of `DATABASE_USER`. @throws EmbeddedServerError `data_incomplete` when its file is missing */
export async function readPassword(folder: string): Promise<string> {
  const { password } = layoutOf(folder);
  const text = await readIfThere(password);
  if (text !== undefined) return text;
  throw new EmbeddedServerError(
    'data_incomplete',
    `The database's password is missing (${password}). Put that file back, or move ${folder} away to begin with an empty database.`,
  );
}

/**
 * Makes an empty cluster with a random password. It is built in a folder of its own and renamed when complete, so
 * one that was interrupted is only ever a leftover, which the next call removes. Call it in a turn (`takeTurn`).
 *
 * @throws EmbeddedServerError when initdb fails, with its last lines
 */
export async function initialiseCluster(home: DataHome, programs: ServerPrograms, durable: boolean): Promise<void> {
  await removeUnfinished(home.folder);
  const draft = await mkdtemp(join(home.folder, UNFINISHED));
  try {
    const password = join(draft, 'password');
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (home.account) {
      for (const path of [draft, password]) await chown(path, home.account.uid, home.account.gid);
    }
    const { succeeded, output } = await runProgram(
      programs.initdb,
      initdbArguments(join(draft, 'data'), password, durable),
      home.account,
      INITDB_LIMIT_MS,
    );
    if (!succeeded) {
      const sentence = `The database in ${home.folder} could not be initialised.`;
      throw explainOutput({ code: 'initialising_failed', sentence }, output, home.folder);
    }
    await rename(draft, layoutOf(home.folder).cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL's built-in C.UTF-8: the same order and letter case on every system, whatever locales it has. */
function initdbArguments(data: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

/** An initdb whose parent was killed may still write into its leftover for a moment, hence the retries. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name.startsWith(UNFINISHED)) {
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await unlessMissing(readdir(folder))) ?? [];
}

async function readIfThere(file: string): Promise<string | undefined> {
  return unlessMissing(readFile(file, 'utf8'));
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
