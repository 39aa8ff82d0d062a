import { describeSchema } from '../store/describe-schema.js';
import { withDatabase } from './open-cli-database.js';

/** Writes the schema to stdout. */
export async function printSchema(): Promise<void> {
  await withDatabase(async ({ sql }) => {
    process.stdout.write(await describeSchema(sql));
  });
}
