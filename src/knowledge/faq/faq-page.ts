import { z } from 'zod';
import type { Money } from '../../domain/kernel/money.js';
import { INTENTS } from '../../language/intents.js';
import type { PageSection } from '../page.js';

/** Wishes that may come after a page was told. */
export const FOLLOW_UPS = INTENTS;

/** What stands between the two `---` at the top of a file in knowledge/faq; docs/knowledge.md says what each key means. */
export const FaqFrontMatter = z.strictObject({
  title: z.string().min(1),
  questions: z
    .array(z.string().min(1))
    .min(4, { error: 'has too few: write four to sixteen questions as shoppers ask them' })
    .max(16, { error: 'has too many: write four to sixteen questions' }),
  /** Figures of knowledge/policy (`shop.hours.opens`) and sections of SOPs (`refunds#steps`) that must stay true for it. */
  restsOn: z.array(z.string().min(1)),
  /** Whether it takes a person to act on it: what happened to somebody must be looked at, or can be asked for. */
  person: z.enum(['needed', 'offered', 'none']).default('none'),
  /** Wishes that often come next, offered as buttons. */
  next: z.array(z.enum(FOLLOW_UPS)).default([]),
});

/** One heading of a page for shoppers: plain text that can be said as it stands. */
export interface FaqSection extends PageSection {
  /** The amounts of money its text tells, so that a text may tell them again. */
  readonly amounts: readonly Money[];
}

/** A page of the shop for shoppers: how something works, cited by its title and heading. */
export interface FaqPage extends z.infer<typeof FaqFrontMatter> {
  /** The file's name without `.md`. */
  readonly id: string;
  readonly sections: readonly FaqSection[];
}
