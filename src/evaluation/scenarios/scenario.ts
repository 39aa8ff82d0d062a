import { z } from 'zod';
import { LocalDate } from '../../domain/kernel/dates.js';
import { CustomerId } from '../../domain/kernel/ids.js';
import { ScenarioShop } from '../scenario-shop.js';
import { Event } from './event.js';
import { ASKED, NEVER, SAID, WRITES } from './vocabulary.js';

/** What a scenario may compare a fact or a key of a write with. */
const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Value = z.infer<typeof Value>;

/** A bare name, or a name with what it must be: `likelyOn` or `{ tracking: 1Z999 }`. */
const named = <Name extends string, Inner extends z.ZodType>(names: readonly Name[], inner: Inner) =>
  z
    .union([z.enum(names), z.partialRecord(z.enum(names), inner)])
    .transform((given, { addIssue }): { name: Name; value: z.infer<Inner> | undefined } => {
      if (typeof given === 'string') return { name: given as Name, value: undefined };
      const [[name, value] = [], more] = Object.entries(given);
      if (name === undefined || more !== undefined) {
        addIssue({ code: 'custom', message: 'write one name, or one name with its value' });
        return z.NEVER;
      }
      return { name: name as Name, value: value as z.infer<Inner> };
    });

const Says = named(SAID, Value);
export type Says = z.infer<typeof Says>;

const Write = named(WRITES, z.record(z.string(), Value));
export type ExpectedWrite = z.infer<typeof Write>;

const Expect = z.strictObject({
  tools: z.array(z.string()).default([]),
  asks: z.array(z.enum(ASKED)).default([]),
  says: z.array(Says).default([]),
  never: z.array(z.enum(NEVER)).default([]),
  /** Texts of this turn are no longer than this many segments each. */
  smsMaxSegments: z.int().min(1).optional(),
  smsSent: z.union([z.boolean(), z.int().min(0)]).optional(),
  emailSent: z.union([z.boolean(), z.int().min(0)]).optional(),
  /** Messages to the shopper in this turn, at most. */
  sendsAtMost: z.int().min(0).optional(),
  /** Says the same as the turn of this number (from 1) did. */
  sameWordsAsTurn: z.int().min(1).optional(),
  urgency: z.enum(['normal', 'high']).optional(),
});
export type Expect = z.infer<typeof Expect>;

const WAIT = { error: 'write how long as 3d or 5h' };
const Wait = z
  .string(WAIT)
  .regex(/^\d{1,4}[dh]$/, WAIT)
  .transform((text) => Number.parseInt(text, 10) * (text.endsWith('d') ? 24 : 1));

const Turn = z.strictObject({
  /** One is drawn in each trial; none: nobody speaks, and what is sent by itself counts. */
  say: z.union([z.string().transform((text) => [text]), z.array(z.string())]),
  /** What happens first: hours that pass, and changes in the shop. */
  before: z.strictObject({ wait: Wait.optional(), events: z.array(Event).default([]) }).optional(),
  expect: Expect.prefault({}),
});
export type Turn = z.infer<typeof Turn>;

const Shopper = z.strictObject({
  /** Null or `none`: somebody who is no customer. */
  customer: z.union([z.literal('none').transform(() => null), z.null(), CustomerId]).default(null),
  channel: z.enum(['web', 'sms']).default('web'),
  signedIn: z.boolean().default(false),
  /** What the shopper can answer when asked: order, email, phone, postcode, line … */
  knows: z.record(z.string(), z.union([z.string(), z.number().transform(String)])).default({}),
  /** The phone a shopper by text writes from; the customer's own unless said. */
  from: z.string().optional(),
});
export type Shopper = z.infer<typeof Shopper>;

/** A conversation with what must come of it. docs/scenarios.md describes each key. */
export const Scenario = z.strictObject({
  about: z.string().min(1),
  today: LocalDate,
  shop: ScenarioShop,
  shopper: Shopper.prefault({}),
  turns: z.array(Turn).min(1),
  end: z.strictObject({ writes: z.array(Write).default([]), handedOff: z.boolean().default(false) }).prefault({}),
});
export type Scenario = z.infer<typeof Scenario>;
