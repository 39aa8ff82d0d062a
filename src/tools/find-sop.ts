import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import type { Match } from '../knowledge/find-section.js';
import type { PageSection } from '../knowledge/page.js';
import { sectionOf } from '../knowledge/sops/load-sops.js';
import type { Sop } from '../knowledge/sops/sop.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

/** A section of an SOP with what it takes to cite it. */
export const SopFacts = z.object({
  sop: z.string(),
  title: z.string(),
  /** `second-slip#what-to-say`. */
  citation: z.string(),
  heading: z.string(),
  version: z.int(),
  owner: z.string(),
  reviewed: LocalDate,
});
export type SopFacts = z.infer<typeof SopFacts>;

export const sopFacts = (
  { id, title, version, owner, reviewed }: Sop,
  { citation, heading }: PageSection,
): SopFacts => ({
  ...{ sop: id, title, citation, heading, version, owner, reviewed },
});

const Near = z.object({ sop: z.string(), title: z.string(), citation: z.string() });
const near = ({ page, section }: Match<Sop>) => ({ sop: page.id, title: page.title, citation: section.citation });

/**
 * Answers "how do we handle …?": the section of an SOP that comes nearest to a representative's words, or the one that a
 * citation names. Abstains when nothing is near, naming the nearest titles.
 */
export const findSop = defineTool({
  name: 'find_sop',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Find the section of the shop’s standing procedures that answers a question. Cite it; never quote it to a customer.',
  input: z.object({ words: z.string().trim().min(1).max(500) }),
  output: z.discriminatedUnion('kind', [
    SopFacts.extend({
      kind: z.literal('found'),
      /** Markdown. */
      text: z.string(),
      /** Every section of that SOP, in its order. */
      sections: z.array(z.object({ citation: z.string(), heading: z.string(), level: z.int() })),
      /** 0 to 1; 1 for a citation. */
      score: z.number(),
      others: z.array(Near),
    }),
    z.object({ kind: z.literal('abstained'), nearest: z.array(Near) }),
  ]),
  authorize: () => true,
  async run({ words }, { rules: { sops, findSop: find } }) {
    const cited = sectionOf(sops, words);
    const answer = cited
      ? { kind: 'found' as const, page: cited.sop, section: cited.section, score: 1, others: [] }
      : find(words);
    if (answer.kind === 'abstained') return { kind: 'abstained' as const, nearest: answer.nearest.map(near) };
    const { page: sop, section, score, others } = answer;
    return {
      kind: 'found' as const,
      ...sopFacts(sop, section),
      text: section.text,
      sections: sop.sections.map(({ citation, heading, level }) => ({ citation, heading, level })),
      score: Math.round(score * 100) / 100,
      others: others.map(near),
    };
  },
});
