import { z } from 'zod';
import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';

/** One method of the Web API: what it takes, as text or as JSON, and what it gives back beside `ok`. */
export type Method = (given: unknown, core: Core) => Promise<Record<string, unknown>>;

export function defineMethod<Args extends z.ZodType>(
  args: Args,
  run: (args: z.infer<Args>, core: Core) => Record<string, unknown> | Promise<Record<string, unknown>>,
): Method {
  return async (given, core) => {
    const read = args.safeParse(given);
    if (!read.success) {
      const faults = read.error.issues.map(({ path, message, code }) =>
        code === 'invalid_type' && message.includes('undefined')
          ? `missing required field: ${path.join('.')}`
          : `${message} [json-pointer:/${path.join('/')}]`,
      );
      throw new SlackError('invalid_arguments', faults);
    }
    return run(read.data, core);
  };
}

/** A yes or no as a form writes it. */
export const Flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');

export const Limit = z.coerce.number().int().min(1).max(1_000).default(100);

/** A page of a list and the cursor of the next one. Throws invalid_cursor. */
export function pageOf<Item>(items: readonly Item[], limit: number, cursor = '') {
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64url').toString().replace(/^at:/, ''));
  if (!Number.isSafeInteger(start) || start < 0) throw new SlackError('invalid_cursor');
  const next = start + limit;
  return {
    page: items.slice(start, next),
    has_more: next < items.length,
    response_metadata: { next_cursor: next < items.length ? Buffer.from(`at:${next}`).toString('base64url') : '' },
  };
}
