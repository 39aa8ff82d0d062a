import { stat } from 'node:fs/promises';
import { codeOf, explainOutput } from './embedded-server-error.js';
import { runProgram } from './server-account.js';

/**
 * Creates a folder, and those above it, that every account may enter (0755), whatever our umask. A folder that
 * exists is left as it is. This is left to mkdir(1), because it can set a umask of its own: Node could only correct
 * the mode afterwards, and another process would see the folder closed in between.
 */
export async function makeReadableFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  const script = 'umask 022 && mkdir -p -- "$1"';
  const { succeeded, output } = await runProgram('/bin/sh', ['-c', script, 'sh', folder], undefined, 10_000);
  if (succeeded) return;
  throw explainOutput({ code: 'folder_not_usable', sentence: `${folder} could not be made.` }, output, folder);
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
