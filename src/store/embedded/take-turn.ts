import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from '../deadline.js';
import { codeOf, EmbeddedServerError } from './embedded-server-error.js';
import { findProcess, stillRuns } from './running-process.js';

const LONGEST_WAIT_MS = 180_000;
/** Ended turns that stay on disk, so that a process which looked just before they ended cannot take their number. */
const ENDED_TURNS_KEPT = 3;

/**
 * Runs `work` while no other process does so for the same folder: starts and stops happen one after the other.
 *
 * Turns are numbered files in `<folder>/turns`; the highest number is the turn that counts. Its text says who holds
 * it (pid and start time) or that it ended. Who finds it ended, or its holder dead, creates the next number, which
 * succeeds for one process only. No lock is ever deleted to be taken over, so none can be deleted by mistake.
 *
 * @throws EmbeddedServerError `held_by_another_process` after three minutes of waiting for a live holder
 */
export async function takeTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const turns = join(folder, 'turns');
  await mkdir(turns, { recursive: true });
  const self = await findProcess(process.pid);
  if (self === undefined) throw new Error('this process cannot find itself among the running ones');
  const mine = await poll(LONGEST_WAIT_MS, () => tryNextTurn(turns, `${self.pid} ${self.startedAt}`));
  if (mine === undefined) {
    throw new EmbeddedServerError(
      'held_by_another_process',
      `Another process has been starting or stopping the database in ${folder} for three minutes (its pid is in ${turns}). End it and start again.`,
    );
  }
  try {
    return await work();
  } finally {
    await endTurn(turns, mine);
  }
}

async function tryNextTurn(turns: string, holder: string): Promise<number | undefined> {
  const latest = await latestTurn(turns);
  if (latest > 0 && (await isHeld(turns, latest))) return undefined;
  const mine = latest + 1;
  if (!(await createTurn(turns, mine, holder))) return undefined;
  // Whoever was overtaken while looking has recreated a number from the past: it does not count.
  if ((await latestTurn(turns)) !== mine) {
    await rm(turnFile(turns, mine), { force: true });
    return undefined;
  }
  await removeOldTurns(turns, mine - ENDED_TURNS_KEPT);
  return mine;
}

async function latestTurn(turns: string): Promise<number> {
  return Math.max(0, ...(await readdir(turns)).map(Number).filter(Number.isInteger));
}

async function isHeld(turns: string, turn: number): Promise<boolean> {
  const text = await readFile(turnFile(turns, turn), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return 'gone';
    throw error;
  });
  if (text === 'gone') return true;
  const [, pid, startedAt] = /^(\d+) (.+)$/.exec(text) ?? [];
  if (pid === undefined || startedAt === undefined) return false;
  return stillRuns({ pid: Number(pid), startedAt });
}

/** `link` either creates the file with its whole text or fails because the number is taken. */
async function createTurn(turns: string, turn: number, text: string): Promise<boolean> {
  const draft = await writeDraft(turns, text);
  try {
    await link(draft, turnFile(turns, turn));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function endTurn(turns: string, turn: number): Promise<void> {
  await rename(await writeDraft(turns, 'ended'), turnFile(turns, turn));
}

async function writeDraft(turns: string, text: string): Promise<string> {
  const draft = join(turns, `draft-${randomUUID()}`);
  await writeFile(draft, text);
  // Under sudo the file is root's, and the folder's owner must be able to read it later, whatever root's umask.
  await chmod(draft, 0o644);
  return draft;
}

async function removeOldTurns(turns: string, before: number): Promise<void> {
  for (const name of await readdir(turns)) {
    if (Number.isInteger(Number(name)) && Number(name) < before) await rm(join(turns, name), { force: true });
  }
}

function turnFile(turns: string, turn: number): string {
  return join(turns, String(turn));
}
