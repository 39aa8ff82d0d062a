import { KnowledgeError } from './policy-file.js';

/** One heading of a page with what stands under it. The text of an H2 holds its H3 sections too. */
export interface PageSection {
  /** `second-slip#what-to-say`: the file and the heading. */
  readonly citation: string;
  readonly heading: string;
  readonly level: 2 | 3;
  /** Markdown, with the policy's figures filled in. */
  readonly text: string;
}

const FILE = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const HEADING = /^(#{2,3}) (.+)$/gm;
/** A share or an amount. */
const BARE_FIGURE = /[$€£] ?\d[\d,.]*|\d[\d.]* ?(?:%|percent\b)/;

/** A Markdown file cut into its front matter and its body. Throws KnowledgeError where there is none; `docs` says which keys. */
export function splitFrontMatter(source: string, file: string, docs: string): { head: string; body: string } {
  const [, head, body = ''] = FILE.exec(source.replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined)
    throw new KnowledgeError(`${file} has no front matter: begin it with --- , the keys of ${docs} and ---`);
  return { head, body };
}

/** The text cut at its headings; an H2 runs to the next H2. */
export function sectionsOf(text: string, id: string): PageSection[] {
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

/** What keeps a section from being cited: that its heading is there twice, or that nothing stands under it. */
export function sectionFaults(sections: readonly PageSection[]): string[] {
  const citations = sections.map(({ citation }) => citation);
  const twice = sections.filter(({ citation }, place) => citations.indexOf(citation) !== place);
  return [
    ...twice.map(({ heading }) => `"${heading}": is there twice, so that it cannot be cited: give one another name`),
    ...sections
      .filter(({ text }) => text === '')
      .map(({ heading }) => `"${heading}": is empty: write what to do, or take it out`),
  ];
}

/** Amounts and shares that were written down instead of taken from the policy, which could then contradict it. */
export const bareFigures = (body: string, pattern: RegExp = BARE_FIGURE): string[] =>
  body.split('\n').flatMap((line) => {
    const [figure] = pattern.exec(line) ?? [];
    return figure === undefined
      ? []
      : [`"${figure}": a figure of the shop's policy: write it as {{file.key}}, so that it cannot contradict it`];
  });

/** The anchor of a heading, as the usual Markdown viewers make it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
