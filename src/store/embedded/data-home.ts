import { createHash } from 'node:crypto';
import { chown, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, EmbeddedServerError } from './embedded-server-error.js';
import { exists, makeReadableFolder, ownerOf } from './readable-folder.js';
import { type Account, actsAsRoot, canEnter, findServerAccount, runProgram } from './server-account.js';

/** Folders of the machine, outside the project, that are used when the project's own cannot be. */
export interface Places {
  /** Copies of PostgreSQL's programs, for accounts that cannot read the project's node_modules. */
  readonly programs: string;
  /** Data, when the server's account cannot reach the wished folder (a project under a closed home, run by root). */
  readonly data: string;
}

/** Where the database of one project lives, and as whom its server runs (undefined: as ourselves). */
export interface DataHome {
  readonly folder: string;
  readonly account: Account | undefined;
  /** False when the data had to go elsewhere than wished. */
  readonly asWished: boolean;
}

/** The usual places of this system for the account we run as. */
export function systemPlaces(): Places {
  const userCache = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  return {
    programs: actsAsRoot() ? '/var/cache/backorder-desk' : join(homedir(), ...userCache, 'backorder-desk'),
    data: '/var/lib/backorder-desk',
  };
}

/** Names inside a data home. `cluster` appears whole, by one rename, so it is never found half made. */
export function layoutOf(folder: string): { cluster: string; data: string; password: string; log: string } {
  const cluster = join(folder, 'cluster');
  return { cluster, data: join(cluster, 'data'), password: join(cluster, 'password'), log: join(folder, 'server.log') };
}

/**
 * Decides where the database lives, and makes that folder. Data that exists is used where it is. New data goes to
 * the wished folder, or, when the server needs an account of its own that cannot get there, to a folder of
 * `places.data` named after the wished one. The same wish gives the same folder at every start.
 *
 * @throws EmbeddedServerError when existing data cannot be reached any more, or no place can hold new data
 */
export async function chooseDataHome(wished: string, places: Places): Promise<DataHome> {
  const near = await resolveLinks(resolve(wished));
  if (!actsAsRoot()) {
    await mkdir(near, { recursive: true });
    return { folder: near, account: undefined, asWished: true };
  }
  const far = join(places.data, createHash('sha256').update(near).digest('hex').slice(0, 16));
  const home = (await existingHome(near)) ?? (await existingHome(far)) ?? (await newHome(near, far));
  return { ...home, asWished: home.folder === near };
}

type RootHome = Pick<DataHome, 'folder' | 'account'>;

/** Under root, data that exists keeps its owner: a project started once with sudo stays usable without. */
async function existingHome(folder: string): Promise<RootHome | undefined> {
  const { cluster, data } = layoutOf(folder);
  const owner = await ownerOf(data);
  if (owner === undefined) return undefined;
  if (owner.uid === 0) {
    throw new EmbeddedServerError(
      'folder_not_permitted',
      `The database in ${folder} belongs to root, and PostgreSQL refuses to run as root. Give it to another account: chown -R nobody ${cluster}`,
    );
  }
  const account = { name: `uid ${owner.uid}`, ...owner };
  if (!(await canEnter(account, data))) {
    throw new EmbeddedServerError(
      'data_out_of_reach',
      `The database is in ${folder}, but the account that owns it (${account.name}) cannot get there. Make every folder above it enterable (chmod o+x), or set DATABASE_URL to use another PostgreSQL server.`,
    );
  }
  return { folder, account };
}

async function newHome(near: string, far: string): Promise<RootHome> {
  const account = await findServerAccount();
  if (account === undefined) {
    throw new EmbeddedServerError(
      'no_account',
      'PostgreSQL refuses to run as root, and neither nobody nor postgres nor daemon can be used instead. Start as an ordinary user, or set DATABASE_URL to use another PostgreSQL server.',
    );
  }
  for (const folder of [near, far]) {
    if (await canEnter(account, await nearestExisting(folder))) {
      await makeReadableFolder(folder);
      if (await canKeepFiles(account, folder)) return { folder, account };
    }
  }
  throw new EmbeddedServerError(
    'data_out_of_reach',
    `The database server would run as ${account.name}, but that account can use neither ${near} nor ${far}. Move the project to a folder that everyone may enter, or set DATABASE_URL to use another PostgreSQL server.`,
  );
}

/** Some file systems (network shares, shared folders of virtual machines) let nobody give files away: so, try. */
async function canKeepFiles(account: Account, folder: string): Promise<boolean> {
  const trial = await mkdtemp(join(folder, '.trial-'));
  try {
    await chown(trial, account.uid, account.gid);
    const script = 'cd -- "$1" && : > trial';
    return (await runProgram('/bin/sh', ['-c', script, 'sh', trial], account, 10_000)).succeeded;
  } catch (error) {
    if (codeOf(error) === 'EPERM') return false;
    throw error;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

async function nearestExisting(path: string): Promise<string> {
  return (await exists(path)) ? path : nearestExisting(dirname(path));
}

/** One name for one folder, however it is spelled, also while its last parts do not exist yet. */
async function resolveLinks(path: string): Promise<string> {
  if (await exists(path)) return realpath(path);
  return join(await resolveLinks(dirname(path)), basename(path));
}
