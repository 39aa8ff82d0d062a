import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf } from './embedded-server-error.js';
import { exists } from './readable-folder.js';

/** The package's own list; its paths begin with `native/`, and each pair is in one folder. */
const LinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the library links (`libpq.so.5` → `libpq.so.5.18`) that npm packages cannot hold. The package makes them in
 * a postinstall script, which npm does not run with `--ignore-scripts` nor, in newer versions, by default.
 * Several processes may do this at once: each link is put in place by one rename.
 *
 * @returns false when they are missing and this account may not write there
 */
export async function ensureLibraryLinks(nativeFolder: string): Promise<boolean> {
  const links = LinkList.parse(JSON.parse(await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8')));
  try {
    for (const { source, target } of links) {
      const place = join(nativeFolder, target.replace(/^native\//, ''));
      if (!(await exists(place))) await placeLink(basename(source), place);
    }
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

async function placeLink(to: string, place: string): Promise<void> {
  const draft = join(dirname(place), `.link-${randomUUID()}`);
  await symlink(to, draft);
  try {
    await rename(draft, place);
  } finally {
    await rm(draft, { force: true });
  }
}
