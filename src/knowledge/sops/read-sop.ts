import { bareFigures, type PageSection, sectionFaults, sectionsOf, splitFrontMatter } from '../page.js';
import { fillFigures, type PolicyFigures } from '../policy-figures.js';
import { KnowledgeError, parseYaml, readBySchema } from '../policy-file.js';
import { FrontMatter, HEADINGS, OPTIONAL_HEADINGS, type Sop } from './sop.js';

const TITLE = /^# (.+)\n/;

/**
 * Reads one file of knowledge/sops. Throws KnowledgeError naming the file, every fault in it and what to write instead:
 * a missing or doubled heading, an empty section, a figure that no policy has, an amount that no policy bears.
 */
export function readSop(source: string, file: string, figures: PolicyFigures): Sop {
  const { head, body } = splitFrontMatter(source, file, 'docs/sops.md');
  const front = readBySchema(parseYaml(head, file), FrontMatter, file, 'an SOP');
  const name = file.slice(file.lastIndexOf('/') + 1, -'.md'.length);
  const faults: string[] = [];
  if (front.id !== name) faults.push(`id: is ${front.id}: write ${name}, as the file is named`);
  const title = TITLE.exec(body.trimStart())?.[1]?.trim();
  if (title === undefined) faults.push('the title: is missing: write "# What it is about" under the front matter');
  const { text, missing } = fillFigures(body, figures);
  for (const path of missing)
    faults.push(`{{${path}}}: knowledge/policy has no such figure: write file.key, see docs/sops.md`);
  // in an example the figures are the order's own
  faults.push(...bareFigures(body.split(/^## Worked example$/m)[0] ?? ''));
  const sections = sectionsOf(text, front.id);
  faults.push(...faultsOf(sections));
  if (faults.length > 0) throw new KnowledgeError(`${file} is not an SOP. Mend these:\n  ${faults.join('\n  ')}`);
  return { ...front, title: title ?? '', sections };
}

function faultsOf(sections: readonly PageSection[]): string[] {
  const headings = sections.filter(({ level }) => level === 2).map(({ heading }) => heading);
  const expected = HEADINGS.filter((heading) => !OPTIONAL_HEADINGS.has(heading) || headings.includes(heading));
  const missing = expected.filter((heading) => !headings.includes(heading));
  const strange = headings.filter((heading) => !HEADINGS.some((known) => known === heading));
  const inOrder = missing.length + strange.length > 0 || headings.join() === expected.join();
  return [
    ...missing.map((heading) => `"## ${heading}": is missing: write that section`),
    ...strange.map(
      (heading) =>
        `"## ${heading}": is not one of its headings: make it "### ${heading}" under one of ${HEADINGS.join(', ')}`,
    ),
    ...(inOrder ? [] : [`the headings: are in another order: write them as ${expected.join(', ')}`]),
    ...sectionFaults(sections),
  ];
}
