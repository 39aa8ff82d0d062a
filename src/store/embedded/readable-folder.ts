import { chmod, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './embedded-server-error.js';

/**
 * Creates a folder, and those above it, that every account may enter (0755), whatever the umask. A folder that
 * exists is left as it is. Each one appears with its final mode, so that another process never sees it half made.
 */
export async function makeReadableFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  const parent = dirname(folder);
  await makeReadableFolder(parent);
  const draft = await mkdtemp(join(parent, '.new-'));
  await chmod(draft, 0o755);
  await renameUnlessTaken(draft, folder);
}

/** Renames a finished folder into its place. When another process was quicker, its folder stays and ours goes. */
export async function renameUnlessTaken(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const code = codeOf(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Whether something is at this path (a link to nothing counts as nothing). */
export async function exists(path: string): Promise<boolean> {
  return (await ownerOf(path)) !== undefined;
}

/** The owner of what is at this path; `undefined` when nothing is. */
export async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
