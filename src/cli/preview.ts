import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadSamples } from '../channels/slack/samples/load-samples.js';
import { EVERYDAY, type Sample, type Samples } from '../channels/slack/samples/sample.js';
import { projectPath } from '../paths.js';
import { escapeHtml, sampleHtml } from './block-html.js';

const TEMPLATES = projectPath('templates/shopper/en');

/** Writes every Slack card with its sample data, and every shopper message with its gaps, as one page to read. */
export async function writePreview({ out }: { out: string }): Promise<void> {
  const file = resolve(out);
  writeFileSync(file, page(await loadSamples(), shopperMessages()));
  process.stdout.write(`${JSON.stringify({ file })}\n`);
}

/** Each template of the shopper's chat, by name. */
const shopperMessages = (): { name: string; source: string }[] =>
  readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.hbs'.length),
      source: readFileSync(resolve(TEMPLATES, file), 'utf8').trim(),
    }));

const subject = ({ subject, draw }: Samples): string =>
  `<h2 class="subject">${escapeHtml(subject)}</h2>${draw(EVERYDAY).map(card).join('\n')}`;

const card = (sample: Sample): string =>
  `<section><h2>${escapeHtml(sample.title)}</h2><article class="${sample.as}">${sampleHtml(sample)}</article></section>`;

/** What a template fills in or decides by is marked. */
const message = ({ name, source }: { name: string; source: string }): string =>
  `<section><h2>${escapeHtml(name)}</h2><article class="chat">${escapeHtml(source)
    .replace(/\{\{[^}]*\}\}/g, (gap) => `<mark>${gap}</mark>`)
    .replaceAll('\n', '<br>')}</article></section>`;

const STYLE = `
body { font: 15px/1.45 system-ui, sans-serif; color: #1d1c1d; background: #f4f4f6; margin: 0 auto; max-width: 760px; padding: 24px }
h1 { font-size: 22px } h2 { font-size: 13px; color: #5a585c; font-weight: 600; margin: 28px 0 6px }
h3 { font-size: 18px; margin: 4px 0 8px }
article { background: #fff; border: 1px solid #dddce0; border-radius: 8px; padding: 12px 16px; overflow-wrap: anywhere }
article.modal { max-width: 520px; box-shadow: 0 4px 18px #0002 } article.chat { background: #eef3fb }
.section { display: flex; gap: 12px; justify-content: space-between; margin: 6px 0 } .section > div:last-child:not(:first-child) { flex: none }
.context { color: #616061; font-size: 13px; margin: 4px 0 } .actions { margin: 6px 0 } hr { border: 0; border-top: 1px solid #e3e2e5 }
button { font: 600 13px system-ui; border: 1px solid #bbb; background: #fff; border-radius: 4px; padding: 5px 11px }
button.primary { background: #007a5a; color: #fff; border-color: #007a5a } button.danger { background: #c01343; color: #fff; border-color: #c01343 }
.input { display: block; margin: 10px 0 } .input input, .input select, .input textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 6px; margin: 3px 0 }
code { background: #f0eff1; border-radius: 3px; padding: 0 3px; color: #c01343 } .mention { background: #e8f1fa; color: #1264a3 }
mark { background: #fff3c4; color: #7a5b00; font-size: 13px }`;

const page = (
  samples: readonly Samples[],
  messages: readonly { name: string; source: string }[],
): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What the desk says</title><style>${STYLE}</style>
<h1>In Slack</h1>
${samples.map(subject).join('\n')}
<h1>To shoppers</h1>
<p class="context">What is filled in, and what decides which words are said, is marked.</p>
${messages.map(message).join('\n')}
</html>
`;
