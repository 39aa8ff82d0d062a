import { KnowledgeError, parseYaml, readBySchema } from '../policy-file.js';
import { fillFigures, type PolicyFigures } from './policy-figures.js';
import { anchorOf, FrontMatter, HEADINGS, OPTIONAL_HEADINGS, type Sop, type SopSection } from './sop.js';

const FILE = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const TITLE = /^# (.+)\n/;
const HEADING = /^(#{2,3}) (.+)$/gm;
/** A share or an amount: a policy's business, except in an example, where they are the order's own. */
const BARE_FIGURE = /[$€£] ?\d[\d,.]*|\d[\d.]* ?(?:%|percent\b)/;

/**
 * Reads one file of knowledge/sops. Throws KnowledgeError naming the file, every fault in it and what to write instead:
 * a missing or doubled heading, an empty section, a figure that no policy has, an amount that no policy bears.
 */
export function readSop(source: string, file: string, figures: PolicyFigures): Sop {
  const [, head, body = ''] = FILE.exec(source.replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined)
    throw new KnowledgeError(`${file} has no front matter: begin it with --- , the keys of docs/sops.md and ---`);
  const front = readBySchema(parseYaml(head, file), FrontMatter, file, 'an SOP');
  const name = file.slice(file.lastIndexOf('/') + 1, -'.md'.length);
  const faults: string[] = [];
  if (front.id !== name) faults.push(`id: is ${front.id}: write ${name}, as the file is named`);
  const title = TITLE.exec(body.trimStart())?.[1]?.trim();
  if (title === undefined) faults.push('the title: is missing: write "# What it is about" under the front matter');
  const { text, missing } = fillFigures(body, figures);
  for (const path of missing)
    faults.push(`{{${path}}}: knowledge/policy has no such figure: write file.key, see docs/sops.md`);
  faults.push(...bareFigures(body));
  const sections = sectionsOf(text, front.id);
  faults.push(...faultsOf(sections));
  if (faults.length > 0) throw new KnowledgeError(`${file} is not an SOP. Mend these:\n  ${faults.join('\n  ')}`);
  return { ...front, title: title ?? '', sections };
}

/** The text cut at its headings; an H2 runs to the next H2. */
function sectionsOf(text: string, id: string): SopSection[] {
  const found = [...text.matchAll(HEADING)];
  return found.map(([line, marks = '', heading = ''], place) => {
    const level = marks.length === 2 ? 2 : 3;
    const next = found.slice(place + 1).find(([, others = '']) => others.length <= marks.length);
    const start = (found[place]?.index ?? 0) + line.length;
    return {
      citation: `${id}#${anchorOf(heading)}`,
      heading: heading.trim(),
      level,
      text: text.slice(start, next?.index).trim(),
    };
  });
}

function faultsOf(sections: readonly SopSection[]): string[] {
  const headings = sections.filter(({ level }) => level === 2).map(({ heading }) => heading);
  const expected = HEADINGS.filter((heading) => !OPTIONAL_HEADINGS.has(heading) || headings.includes(heading));
  const missing = expected.filter((heading) => !headings.includes(heading));
  const strange = headings.filter((heading) => !HEADINGS.some((known) => known === heading));
  const citations = sections.map(({ citation }) => citation);
  const twice = sections.filter(({ citation }, place) => citations.indexOf(citation) !== place);
  const inOrder = missing.length + strange.length > 0 || headings.join() === expected.join();
  return [
    ...missing.map((heading) => `"## ${heading}": is missing: write that section`),
    ...strange.map(
      (heading) =>
        `"## ${heading}": is not one of its headings: make it "### ${heading}" under one of ${HEADINGS.join(', ')}`,
    ),
    ...(inOrder ? [] : [`the headings: are in another order: write them as ${expected.join(', ')}`]),
    ...twice.map(({ heading }) => `"${heading}": is there twice, so that it cannot be cited: give one another name`),
    ...sections
      .filter(({ text }) => text === '')
      .map(({ heading }) => `"${heading}": is empty: write what to do, or take it out`),
  ];
}

/** Amounts and shares that were written down instead of taken from the policy, which could then contradict it. */
function bareFigures(body: string): string[] {
  const before = body.split(/^## Worked example$/m)[0] ?? '';
  return before.split('\n').flatMap((line) => {
    const [figure] = BARE_FIGURE.exec(line) ?? [];
    return figure === undefined
      ? []
      : [`"${figure}": a figure of the shop's policy: write it as {{file.key}}, so that it cannot contradict it`];
  });
}
