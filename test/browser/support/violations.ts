import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe-core has against what `selector` names in a page, without the pages in its frames. */
export async function violations(frame: Frame, selector = 'html'): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = (await frame.evaluate(`axe.run('${selector}', { iframes: false })`)) as {
    violations: readonly Violation[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
