import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A file in knowledge/ that does not say what it must. The message names the file, the place and what is wrong. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}

/** Units of the shop's currency in the file, cents in the house. */
export const Amount = z
  .number()
  .min(0)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
    error: 'an amount has at most two decimals',
  })
  .transform((value) => Math.round(value * 100));

/**
 * Reads a YAML file of knowledge/policy by its schema, with `changes` laid over it key by key. Throws KnowledgeError naming
 * file, key and what to write instead.
 */
export function readPolicyFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  what: string,
  changes?: unknown,
): z.infer<Schema> {
  return readBySchema(readYaml(file, changes), schema, file, what);
}

/** What a YAML file says, with `changes` laid over it key by key. Throws KnowledgeError when it is no YAML. */
export function readYaml(file: string, changes?: unknown): unknown {
  return laidOver(
    parsed(() => readFileSync(file, 'utf8'), file),
    changes,
  );
}

/** The values in a YAML text that stands in `file`. Throws KnowledgeError. */
export const parseYaml = (text: string, file: string): unknown => parsed(() => text, file);

function parsed(read: () => string, file: string): unknown {
  try {
    return parse(read());
  } catch (cause) {
    throw new KnowledgeError(`${file} cannot be read as YAML: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

/** Values of `file` by their schema. Throws KnowledgeError naming file, key and what to write instead. */
export function readBySchema<Schema extends z.ZodType>(
  raw: unknown,
  schema: Schema,
  file: string,
  what: string,
): z.infer<Schema> {
  const read = schema.safeParse(raw, { error: cureOf });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new KnowledgeError(`${file} is not ${what}. Mend these keys:\n${faults.join('\n')}`);
}

/** Objects are merged key by key; anything else is replaced. */
function laidOver(base: unknown, changes: unknown): unknown {
  if (changes === undefined) return base;
  if (!isObject(base) || !isObject(changes)) return changes;
  return {
    ...base,
    ...Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, laidOver(base[key], value)])),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const WHAT: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a whole number',
  array: 'a list',
  object: 'the keys under it, each on a line of its own',
};

/** What to write at a key, for faults whose rule does not say it. */
function cureOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === undefined ? 'is missing: ' : ''}write ${WHAT[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `write one of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty: write a text' : `write ${issue.minimum} or more`;
    case 'unrecognized_keys':
      return `take out ${issue.keys.join(', ')}: there is no such setting, or it is spelt otherwise`;
    case 'invalid_format':
      return issue.format === 'date' ? 'write a day as "2026-12-24"' : undefined;
    default:
      return undefined;
  }
}
