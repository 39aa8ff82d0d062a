import { Currency } from '../../domain/kernel/money.js';
import { bareFigures, sectionFaults, sectionsOf, splitFrontMatter } from '../page.js';
import { fillFigures, type PolicyFigures, pathsIn } from '../policy-figures.js';
import { KnowledgeError, parseYaml, readBySchema } from '../policy-file.js';
import { FaqFrontMatter, type FaqPage, type FaqSection } from './faq-page.js';
import { shopperFigures } from './shopper-figures.js';

/** What a text in a chat or on a phone cannot show. */
const MARKUP = /[*_`<>[\]|“”‘’–—…]|^ *[-+] |^ *#/m;
/** Longer answers are no answers in a chat. */
const LONGEST_SECTION = 420;

/**
 * Reads one file of knowledge/faq. Throws KnowledgeError naming the file, every fault in it and what to write instead: an
 * empty or doubled heading, a figure that no policy has or that was written out, markup, a section too long to be said.
 */
export function readFaqPage(source: string, file: string, figures: PolicyFigures): FaqPage {
  const { head, body } = splitFrontMatter(source, file, 'docs/knowledge.md');
  const front = readBySchema(parseYaml(head, file), FaqFrontMatter, file, 'a page for shoppers');
  const id = file.slice(file.lastIndexOf('/') + 1, -'.md'.length);
  const currency = Currency.parse(figures('shop.currency'));
  const read = sectionsOf(body, id).map((section) => {
    const shown = shopperFigures(figures, currency);
    const { text, missing } = fillFigures(section.text.replace(/\s+/g, ' '), shown.figures);
    return { section: { ...section, text, amounts: shown.amounts } satisfies FaqSection, missing };
  });
  const sections = read.map(({ section }) => section);
  const faults = [
    ...read.flatMap(({ missing }) =>
      missing.map((path) => `{{${path}}}: knowledge/policy has no such figure: write file.key, see docs/knowledge.md`),
    ),
    ...pathsIn(body)
      .map((path) => path.split(/\s+/).at(-1) ?? '')
      .filter((path) => !front.restsOn.includes(path))
      .map((path) => `restsOn: lacks ${path}, which the text tells: add it`),
    ...front.restsOn
      .filter((fact) => !fact.includes('#') && figures(fact) === undefined)
      .map((fact) => `restsOn: knowledge/policy has no ${fact}: write file.key`),
    ...bareFigures(body.replace(/\{\{[^{}]*\}\}/g, ''), /\d[\d,.]*/),
    ...(sections.length === 0 ? ['the headings: there are none: begin each answer with "## What it is about"'] : []),
    ...sectionFaults(sections),
    ...sections.flatMap(({ heading, text }) => sayable(heading, text)),
  ];
  if (faults.length > 0)
    throw new KnowledgeError(`${file} is not a page for shoppers. Mend these:\n  ${faults.join('\n  ')}`);
  return { ...front, id, sections };
}

function sayable(heading: string, text: string): string[] {
  const [mark] = MARKUP.exec(text) ?? [];
  return [
    ...(mark === undefined ? [] : [`"${heading}": has ${JSON.stringify(mark)}: write plain sentences`]),
    ...(text.length <= LONGEST_SECTION
      ? []
      : [`"${heading}": has ${text.length} characters: keep to ${LONGEST_SECTION}`]),
  ];
}
