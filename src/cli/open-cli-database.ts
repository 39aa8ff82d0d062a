import { resolve } from 'node:path';
import { type Config, loadConfig } from '../config.js';
import { projectPath } from '../paths.js';
import { type Database, openDatabase } from '../store/open-database.js';

/** Notes of a command go to stderr: stdout belongs to results. */
export const note = (sentence: string) => {
  process.stderr.write(`${sentence}\n`);
};

/** The configured database for one command; closed afterwards, also when the command fails. */
export async function withDatabase<Result>(
  work: (database: Database, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig();
  const database = await openDatabase({
    url: config.DATABASE_URL,
    folder: resolve(projectPath(), config.DATA_FOLDER),
    name: 'desk-cli',
    onProgress: note,
  });
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}
