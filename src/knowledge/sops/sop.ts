import { z } from 'zod';
import { LocalDate } from '../../domain/kernel/dates.js';
import type { PageSection } from '../page.js';

/** What stands between the two `---` at the top of a file in knowledge/sops; docs/sops.md says what each key means. */
export const FrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, { error: 'write the file’s name without .md, such as second-slip' }),
  version: z.int().min(1),
  owner: z.string().min(1),
  reviewed: LocalDate,
  audience: z.array(z.enum(['rep', 'lead', 'manager'])).min(1, { error: 'is empty: write one of rep, lead, manager' }),
  tools: z.array(z.string().min(1)).min(1, { error: 'is empty: name the tools that its steps use' }),
  questions: z
    .array(z.string().min(1))
    .min(3, { error: 'has too few: write three to eight questions as a representative asks them' })
    .max(8, { error: 'has too many: write three to eight questions' }),
});

/** The headings (H2) that every SOP has, in this order. `Legal base` stands before the worked example where it matters. */
export const HEADINGS = [
  'Purpose',
  'When it applies',
  'Steps',
  'What to say',
  'What never to say',
  'Authority and escalation',
  'Legal base',
  'Worked example',
] as const;
export const OPTIONAL_HEADINGS: ReadonlySet<string> = new Set(['Legal base']);

/** A standing way to handle a situation, written for people and cited by section. */
export interface Sop extends z.infer<typeof FrontMatter> {
  readonly title: string;
  readonly sections: readonly PageSection[];
}
