import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LocalDate, Zone } from '../domain/kernel/dates.js';
import { Currency } from '../domain/kernel/money.js';
import { projectPath } from '../paths.js';

/** Calendar days with the carrier. */
const TransitDays = z
  .strictObject({ likely: z.int().min(0), cautious: z.int().min(0) })
  .refine(({ likely, cautious }) => cautious >= likely, {
    error: 'is sooner than likely: make it the same or more days',
    path: ['cautious'],
  });
const ClockTime = z
  .string({ error: 'write a time as "09:00", in quotes' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as "09:00"' });

/** The shop's own settings; see knowledge/policy/shop.yaml for what each means. */
export const ShopPolicy = z.strictObject({
  name: z.string().min(1),
  zone: z
    .string()
    .refine((name) => Zone.safeParse(name).success, { error: 'write a time zone such as America/Los_Angeles' })
    .pipe(Zone),
  currency: Currency,
  assistantName: z.string().min(1),
  hours: z.strictObject({ opens: ClockTime, closes: ClockTime }).refine(({ opens, closes }) => opens < closes, {
    error: 'is not after opens: write both times of one day, as "09:00" and "17:00"',
    path: ['closes'],
  }),
  calendar: z.strictObject({ holidays: z.enum(['us_federal', 'none']), daysOff: z.array(LocalDate) }),
  fulfilment: z.strictObject({
    receivingDays: z.int().min(0),
    packingDays: z.int().min(0),
    transitDays: z.strictObject({ standard: TransitDays, express: TransitDays }),
  }),
  identification: z.strictObject({
    triesPerOrder: z.int().min(1),
    triesPerPlace: z.int().min(1),
    pauseMinutes: z.int().min(1),
    validHours: z.int().min(1),
  }),
  proposals: z.strictObject({ validMinutes: z.int().min(1) }),
});
export type ShopPolicy = z.infer<typeof ShopPolicy>;

/** A file in knowledge/ that does not say what it must. The message names the file, the place and what is wrong. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}

/** Reads and checks the shop's policy. Throws KnowledgeError naming file, key and what to write instead. */
export function loadShopPolicy(file = projectPath('knowledge/policy/shop.yaml')): ShopPolicy {
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new KnowledgeError(`${file} cannot be read as YAML: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const read = ShopPolicy.safeParse(raw, { error: cureOf });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new KnowledgeError(`${file} is not a shop policy. Mend these keys:\n${faults.join('\n')}`);
}

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
