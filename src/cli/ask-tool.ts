import type { z } from 'zod';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import type { DirectTool } from '../tools/define-tool.js';
import { openDoor } from '../tools/door.js';
import { InputError } from './input-error.js';
import { withDatabase } from './open-cli-database.js';

/** Who sits at the terminal has the database before them: they may read what a manager may. */
export const AT_THE_TERMINAL = { kind: 'manager', staffId: 'desk-cli' } as const;

/**
 * Asks a tool that reads, and prints its answer as JSON: the first to an input that is found. Throws InputError with
 * `notFound` where none is.
 */
export async function printAnswer<Input extends z.ZodType, Output extends z.ZodType<{ kind: string }>>(
  tool: DirectTool<string, Input, Output>,
  inputs: readonly z.input<Input>[],
  notFound: string,
): Promise<void> {
  await withDatabase(async ({ sql }) => {
    const door = openDoor({ sql, policy: loadShopPolicy() });
    for (const input of inputs) {
      const answer = await door.call(tool, input, AT_THE_TERMINAL);
      if (answer.kind === 'not_found') continue;
      process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
      return;
    }
    throw new InputError(notFound);
  });
}
