import { groupBy } from '../domain/kernel/group-by.js';
import type { TriedScenario } from '../evaluation/scenarios/run-eval.js';
import { type Score, scoreOf } from '../evaluation/scenarios/score.js';
import { escapeHtml } from './block-html.js';

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #8884; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
details { margin: .5rem 0; border: 1px solid #8884; border-radius: .5rem; padding: .5rem .75rem; }
summary { cursor: pointer; }
p.said, p.reply { white-space: pre-wrap; border-radius: .75rem; padding: .5rem .75rem; max-width: 40rem; margin: .4rem 0; }
p.said { background: #3b82f622; margin-left: auto; }
p.reply { background: #8882; }
p.calls { font-size: .8rem; opacity: .7; margin: .2rem 0; }
li.fault { color: #c2410c; }
@media (prefers-color-scheme: dark) { li.fault { color: #fb923c; } }
@media (max-width: 40rem) { table { display: block; overflow-x: auto; } }`;

/** The figures of an evaluation and a failing transcript of each scenario, as one page without scripts. */
export function evalPage(
  score: Score,
  results: readonly TriedScenario[],
  { seed, trials, typos }: { readonly seed: number; readonly trials: number; readonly typos: number },
): string {
  const folders = [...groupBy(results, ({ name }) => name.split('/').slice(0, -1).join('/'))].sort();
  const failed = results.filter((one) => one.trials.some(({ faults }) => faults.length > 0));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How conversations went</title><style>${STYLE}</style></head><body>
<h1>How conversations went</h1>
<p>${score.scenarios} scenarios, each played ${trials} times (seed ${seed}${typos > 0 ? `, a slip of the thumb in ${percent(typos)} of the longer words` : ''}); ${score.passed} of ${score.trials} passed.</p>
${table(
  ['pass', 'share of scenarios'],
  score.passHat.map(({ k, rate }) => [`pass^${k}`, percent(rate)]),
)}
<p>pass^1 lies between ${percent(score.interval[0])} and ${percent(score.interval[1])} (95 %, Wilson).</p>
${table(
  ['trials with', 'number'],
  Object.entries(score.faults).map(([kind, count]) => [kind.replaceAll('_', ' '), String(count)]),
)}
<h2>By folder</h2>
${table(
  ['folder', 'scenarios', 'trials passed', 'share'],
  folders.map(([folder, own]) => {
    const { scenarios, passed, trials: tried } = scoreOf(own);
    return [folder, String(scenarios), `${passed} of ${tried}`, percent(passed / tried)];
  }),
)}
<h2>What failed</h2>
${failed.length === 0 ? '<p>Nothing.</p>' : failed.map(failure).join('\n')}
</body></html>
`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => `<td${at > 0 ? ' class="n"' : ''}>${escapeHtml(cell)}</td>`).join('');
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`;
}

/** A scenario that failed: how often, what was wrong, and the first conversation in which it was. */
function failure({ name, about, trials }: TriedScenario): string {
  const passed = trials.filter(({ faults }) => faults.length === 0).length;
  const first = trials.find(({ faults }) => faults.length > 0);
  const faults = (first?.faults ?? []).map(
    ({ turn, what }) => `<li class="fault">${turn === null ? 'At the end' : `Turn ${turn}`}: ${escapeHtml(what)}</li>`,
  );
  const turns = (first?.transcript?.turns ?? []).flatMap(({ said, replies, calls }) => [
    ...said.map((text) => `<p class="said">${escapeHtml(text)}</p>`),
    ...(calls.length === 0
      ? []
      : [`<p class="calls">${escapeHtml(calls.map(({ tool, output }) => `${tool}: ${output.kind}`).join(', '))}</p>`]),
    ...replies.map(({ text }) => `<p class="reply">${escapeHtml(text)}</p>`),
  ]);
  return `<details><summary><b>${escapeHtml(name)}</b> ${passed} of ${trials.length}. ${escapeHtml(about)}</summary>
<ul>${faults.join('\n')}</ul>
${turns.join('\n')}</details>`;
}
