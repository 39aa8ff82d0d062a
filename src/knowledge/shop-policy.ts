import { z } from 'zod';
import { LocalDate, Zone } from '../domain/kernel/dates.js';
import { Currency } from '../domain/kernel/money.js';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

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
  languageModel: z.strictObject({
    centsPerDay: z.int().min(0),
    centsPerConversation: z.int().min(0),
    centsPerMillionTokens: z.strictObject({ input: z.number().min(0), output: z.number().min(0) }),
    /** Templates that a model may put in other words. */
    rephrases: z.array(z.string()),
  }),
});
export type ShopPolicy = z.infer<typeof ShopPolicy>;

/** Reads and checks the shop's policy. Throws KnowledgeError naming file, key and what to write instead. */
export const loadShopPolicy = (file = projectPath('knowledge/policy/shop.yaml'), changes?: unknown): ShopPolicy =>
  readPolicyFile(file, ShopPolicy, 'a shop policy', changes);
