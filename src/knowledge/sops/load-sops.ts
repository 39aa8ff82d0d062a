import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../paths.js';
import type { PageSection } from '../page.js';
import { loadPolicyFigures, type PolicyFigures } from '../policy-figures.js';
import { KnowledgeError } from '../policy-file.js';
import { readSop } from './read-sop.js';
import type { Sop } from './sop.js';

const REFERENCE = /`([a-z][a-z-]*#[a-z0-9-]+)`/g;

/**
 * Every SOP of knowledge/sops, by id. Throws KnowledgeError naming file, place and cure; also for a section that one
 * SOP refers to (`refunds#steps`) and no SOP has.
 */
export function loadSops(folder = projectPath('knowledge/sops'), figures: PolicyFigures = loadPolicyFigures()): Sop[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const sops = files.map((file) => readSop(readFileSync(`${folder}/${file}`, 'utf8'), `${folder}/${file}`, figures));
  for (const sop of sops) checkReferences(sop, sops, `${folder}/${sop.id}.md`);
  return sops;
}

function checkReferences({ sections }: Sop, sops: readonly Sop[], file: string): void {
  const named = sections.flatMap(({ text }) => [...text.matchAll(REFERENCE)].map(([, citation = '']) => citation));
  const unknown = [...new Set(named)].filter((citation) => !sectionOf(sops, citation));
  if (unknown.length === 0) return;
  throw new KnowledgeError(
    `${file} refers to ${unknown.join(', ')}, which no SOP has: write id#heading-with-hyphens as it stands there`,
  );
}

/** A section by its citation, with the SOP it stands in. */
export function sectionOf(sops: readonly Sop[], citation: string): { sop: Sop; section: PageSection } | undefined {
  const sop = sops.find(({ id }) => id === citation.split('#')[0]);
  const section = sop?.sections.find((one) => one.citation === citation);
  return sop && section && { sop, section };
}
