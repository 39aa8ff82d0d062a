import { describe, expect, it } from 'vitest';
import { Home, Message, Modal } from '../../../src/channels/slack/blocks/schemas.js';
import { loadSamples } from '../../../src/channels/slack/samples/load-samples.js';
import { blockHtml } from '../../../src/cli/block-html.js';

const samples = await loadSamples();

describe('with the longest realistic data, inside Slack’s limits', () => {
  it.each(samples.map((sample) => [sample.title, sample] as const))('%s', (_title, { as, blocks }) => {
    const plain = { type: 'plain_text', text: 'x' };
    const whole = {
      message: () => Message.parse({ text: 'x', blocks }),
      modal: () => Modal.parse({ type: 'modal', callback_id: 'x', title: plain, private_metadata: '', blocks }),
      home: () => Home.parse({ type: 'home', blocks }),
    };
    expect(() => whole[as]()).not.toThrow();
    expect(blocks.map(blockHtml).join('\n')).not.toMatch(/<quick|undefined|\[object/);
    // nobody's words mention, link or format
    expect(JSON.stringify(blocks)).not.toContain('<quick');
  });
});
