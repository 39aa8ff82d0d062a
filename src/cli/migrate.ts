import { note, withDatabase } from './open-cli-database.js';

/** Opening the database migrates it; this says so. */
export async function migrateDatabase(): Promise<void> {
  await withDatabase(async ({ place }) => note(`The database is up to date (${place}).`));
}
