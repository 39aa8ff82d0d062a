import { describe, expect, it } from 'vitest';
import { Home, Message } from '../../../src/channels/slack/blocks/schemas.js';
import { modalOf } from '../../../src/channels/slack/modal-of.js';
import { loadSamples } from '../../../src/channels/slack/samples/load-samples.js';
import { EVERYDAY, LONGEST, type Sample } from '../../../src/channels/slack/samples/sample.js';
import { sampleHtml } from '../../../src/cli/block-html.js';

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

/** What Slack reads as markup: neither plain text nor what a button carries. */
const marked = (shown: unknown): string =>
  JSON.stringify(shown, (key, value) =>
    value?.type === 'plain_text' || key === 'value' || key === 'private_metadata' ? undefined : value,
  );

describe('on an everyday and with the longest realistic data', () => {
  it.each(drawn.map((sample) => [sample.title, sample] as const))('%s is inside Slack’s limits', (_title, sample) => {
    const shown = payload(sample);
    expect(sampleHtml(sample)).not.toMatch(/undefined|\[object|NaN/);
    // nobody's words mention, link or format
    expect(marked(shown)).not.toMatch(/<!channel>|<https|<quick|\*bold\*|`code`/);
  });
});
