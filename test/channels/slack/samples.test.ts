import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Home, Message } from '../../../src/channels/slack/blocks/schemas.js';
import { loadHandlers } from '../../../src/channels/slack/handlers.js';
import { modalOf } from '../../../src/channels/slack/modal-of.js';
import { loadSamples } from '../../../src/channels/slack/samples/load-samples.js';
import { EVERYDAY, LONGEST, type Sample } from '../../../src/channels/slack/samples/sample.js';
import { sampleHtml } from '../../../src/cli/block-html.js';
import { projectPath } from '../../../src/paths.js';

const subjects = await loadSamples();
const drawn = [EVERYDAY, LONGEST].flatMap((extent) => subjects.flatMap(({ draw }) => draw(extent)));

/** What goes to Slack. Throws where a limit of Slack's is passed. */
function payload(sample: Sample): unknown {
  switch (sample.as) {
    case 'message':
      return Message.parse(sample.message);
    case 'modal':
      return modalOf(sample.modal, {
        place: { channel: 'C01BACK', message: null, thread: null },
        responseUrl: 'https://x.example',
      });
    case 'home':
      return Home.parse(sample.home);
  }
}

/** What a button or modal carries, and what stands in a field. */
const UNMARKED: ReadonlySet<string> = new Set(['value', 'initial_value', 'private_metadata']);
/** What Slack reads as markup. */
const marked = (shown: unknown): string =>
  JSON.stringify(shown, (key, value) => (value?.type === 'plain_text' || UNMARKED.has(key) ? undefined : value));

describe('on an everyday and with the longest realistic data', () => {
  it.each(drawn.map((sample) => [sample.title, sample] as const))('%s is inside Slack’s limits', (_title, sample) => {
    const shown = payload(sample);
    expect(sampleHtml(sample)).not.toMatch(/undefined|\[object|NaN/);
    // nobody's words mention, link or format
    expect(marked(shown)).not.toMatch(/<!channel>|<https|<quick|\*bold\*|`code`/);
  });
});

describe('nothing is missing', () => {
  const slack = projectPath('src/channels/slack');
  const sources = readdirSync(slack, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const read = (file: string) => readFileSync(join(slack, file), 'utf8');
  const sampled = sources.filter((file) => file.startsWith('samples/')).map(read);

  it('each modal that can be handed in has a sample', async () => {
    const { views } = await loadHandlers();
    const shown = new Set(drawn.flatMap((sample) => (sample.as === 'modal' ? [sample.modal.view] : [])));
    expect(views.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('each card, modal and App Home that is drawn has a sample', () => {
    const drawing = sources
      .filter((file) => /^(cards|home)\/|^say\.ts$|-modals?\.ts$/.test(file))
      .flatMap((file) => {
        const made =
          /export (?:function|const) (\w+)(?:(?!export )[\s\S])*?\)\s*:\s*(?:Message|Message\[\]|Opening|Home)\b/g;
        return [...read(file).matchAll(made)].map(([, name = '']) => name);
      });
    expect(drawing.length).toBeGreaterThan(25);
    expect(drawing.filter((name) => !sampled.some((text) => text.includes(`${name}(`)))).toEqual([]);
  });
});
