import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Core } from './core.js';
import { SlackError } from './slack-error.js';
import { makeId } from './state/make-id.js';
import type { StoredFile } from './state/records.js';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
};

/** Room for a file that is about to come; the id names it from now on. */
export function reserveFile(core: Core, given: { name: string; length: number; user: string }): string {
  const id = makeId('F');
  core.promisedFiles.set(id, {
    id,
    name: given.name,
    mimetype: TYPES[extname(given.name).toLowerCase()] ?? 'application/octet-stream',
    size: given.length,
    user: given.user,
    created: Math.floor(core.clock.now() / 1_000),
  });
  return id;
}

/** Keeps the bytes of a promised file. Throws when none was promised or the length differs. */
export function fillFile(core: Core, id: string, bytes: Uint8Array): void {
  const file = core.promisedFiles.get(id);
  if (!file) throw new SlackError('file_not_found');
  if (file.size !== bytes.length) throw new SlackError('file_upload_size_restricted');
  mkdirSync(core.fileFolder, { recursive: true });
  writeFileSync(join(core.fileFolder, id), bytes);
}

/** Makes a filled file known to the workspace. Throws file_not_found. */
export function nameFile(core: Core, id: string, title: string | undefined): StoredFile {
  const file = core.promisedFiles.get(id);
  if (!file || !existsSync(join(core.fileFolder, id))) throw new SlackError('file_not_found');
  core.promisedFiles.delete(id);
  const named = { ...file, title: title ?? file.name };
  core.workspace.record({ kind: 'file', file: named });
  return named;
}
