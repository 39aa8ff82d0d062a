import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Config } from '../config.js';
import { projectPath } from '../paths.js';

/** Where a stand-in keeps what it is told, without an extension: each database, told apart by its secret, and each port has one of its own. */
export function sandboxPlace({ DATA_FOLDER, PORT }: Config, standIn: string, secret: string): string {
  const database = createHash('sha256').update(secret).digest('hex').slice(0, 12);
  return resolve(projectPath(), DATA_FOLDER, 'sandbox', `${standIn}-${database}-${PORT}`);
}
