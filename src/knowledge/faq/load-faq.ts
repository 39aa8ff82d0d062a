import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../paths.js';
import { loadPolicyFigures, type PolicyFigures } from '../policy-figures.js';
import { KnowledgeError } from '../policy-file.js';
import { sectionOf } from '../sops/load-sops.js';
import type { Sop } from '../sops/sop.js';
import type { FaqPage } from './faq-page.js';
import { readFaqPage } from './read-faq-page.js';

/**
 * Every page of knowledge/faq, by name. Throws KnowledgeError naming file, place and cure; also for a section of an SOP
 * that a page rests on and no SOP has.
 */
export function loadFaq(
  sops: readonly Sop[],
  figures: PolicyFigures = loadPolicyFigures(),
  folder = projectPath('knowledge/faq'),
): FaqPage[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  return files.map((name) => {
    const file = `${folder}/${name}`;
    const page = readFaqPage(readFileSync(file, 'utf8'), file, figures);
    const [unknown] = page.restsOn.filter((fact) => fact.includes('#') && !sectionOf(sops, fact));
    if (unknown)
      throw new KnowledgeError(`${file} rests on ${unknown}, which no SOP has: write id#heading-with-hyphens`);
    return page;
  });
}
