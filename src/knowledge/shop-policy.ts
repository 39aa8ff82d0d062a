import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LocalDate, Zone } from '../domain/kernel/dates.js';
import { Currency } from '../domain/kernel/money.js';
import { projectPath } from '../paths.js';

const TransitDays = z.strictObject({ likely: z.int().min(0), cautious: z.int().min(0) });
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as "09:00"' });

/** The shop's own settings; see knowledge/policy/shop.yaml for what each means. */
export const ShopPolicy = z.strictObject({
  name: z.string().min(1),
  zone: Zone,
  currency: Currency,
  assistantName: z.string().min(1),
  hours: z.strictObject({ opens: ClockTime, closes: ClockTime }),
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

/** Reads and checks the shop's policy. Throws KnowledgeError naming file and key. */
export function loadShopPolicy(file = projectPath('knowledge/policy/shop.yaml')): ShopPolicy {
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new KnowledgeError(`${file} cannot be read as YAML: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const read = ShopPolicy.safeParse(raw);
  if (!read.success) throw new KnowledgeError(`${file} is not a shop policy:\n${z.prettifyError(read.error)}`);
  return read.data;
}
