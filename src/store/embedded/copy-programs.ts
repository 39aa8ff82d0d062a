import { randomUUID } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { codeOf } from './embedded-server-error.js';
import { ensureLibraryLinks } from './library-links.js';
import { makeReadableFolder } from './readable-folder.js';
import { findProcess } from './running-process.js';

/**
 * Copies PostgreSQL's programs so that every account can read and run them, whatever the umask and the modes of the
 * original. The copy is made under a passing name and renamed at the end: what is in its place is always whole, also
 * when several processes copy at once or one is killed meanwhile.
 */
export async function copyPrograms(from: string, to: string): Promise<void> {
  const parent = dirname(to);
  await makeReadableFolder(parent);
  await removeAbandonedCopies(parent);
  const draft = join(parent, `.copy-${process.pid}-${randomUUID()}`);
  try {
    await copyFolder(from, draft);
    await ensureLibraryLinks(draft);
    await renameUnlessTaken(draft, to);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** When another process was quicker, its copy stays. */
async function renameUnlessTaken(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Links are left out (they are made anew), and so are static libraries, which only serve to build programs. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile() && extname(entry.name) !== '.a') await copyReadableFile(source, target);
  }
}

async function copyReadableFile(source: string, target: string): Promise<void> {
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  const isProgram = dirname(source).endsWith('/bin') || ((await stat(source)).mode & 0o111) !== 0;
  await chmod(target, isProgram ? 0o755 : 0o644);
}

/** A process that was killed while copying leaves a draft of about 45 MB behind. */
async function removeAbandonedCopies(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^\.copy-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && (await findProcess(Number(pid))) === undefined) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}
