import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeText } from '../../src/channels/sms/compose-text.js';
import { projectPath } from '../../src/paths.js';
import { type Facts, loadWording } from '../../src/wording/render.js';
import { sampleFacts } from '../../src/wording/samples/shopper-samples.js';
import { countSegments, toGsm } from '../../src/wording/sms-segments.js';
import { wordingOn } from '../../src/wording/wording-on.js';

describe('the segments of a text', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    // an escape and its character are not parted: 152 + 2 do not fit 153
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
    ['п'.repeat(70), 1],
    ['п'.repeat(71), 2],
    ['🚚'.repeat(35), 1],
    ['🚚'.repeat(36), 2],
    // 67 units hold 33 pairs
    ['🚚'.repeat(67), 3],
  ])('%#: as carriers count', (text, segments) => {
    expect(countSegments(text).segments).toBe(segments);
  });

  it('never fall as a text grows, and never hold more than they can', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text, more) => {
          const { encoding, segments, units } = countSegments(text);
          expect(countSegments(text + more).segments).toBeGreaterThanOrEqual(segments);
          expect(units).toBeLessThanOrEqual(
            segments * (segments === 1 ? (encoding === 'GSM-7' ? 160 : 70) : encoding === 'GSM-7' ? 153 : 67),
          );
        },
      ),
    );
  });
});

describe('a text in plain signs', () => {
  it('has straight quotes, plain dashes and no accents the alphabet lacks', () => {
    expect(toGsm('Liam O’Connor said: “2 × 50 mm lens – by Dec 4…” ✅')).toBe(
      'Liam O\'Connor said: "2 x 50 mm lens - by Dec 4..." ✅',
    );
    expect(toGsm('Zoë Müller, Łódź, ação')).toBe('Zoe Müller, Łodz, acao');
    expect(countSegments(toGsm('It’s — “here”')).encoding).toBe('GSM-7');
  });

  it('stays as it is when done twice, and leaves what is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(toGsm(toGsm(text))).toBe(toGsm(text))),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abc XYZ 019 ?!.,;:"\'()/%&@$€éñüà\n') }),
        (text) => void expect(toGsm(text)).toBe(text),
      ),
    );
  });
});

const folder = 'templates/shopper/en';
// what a person writes with a draft's help is theirs
const names = readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.hbs') && !file.endsWith('.sms.hbs') && !file.startsWith('reply/'))
  .map((file) => file.slice(0, -'.hbs'.length));
const wording = wordingOn(loadWording(folder), 'sms');

/** Samples show every branch at once; an everyday message has one item of a kind, and an order one shipped and one waiting. */
const NONE = { delivered: [], partShipped: [], placed: [], leaving: [], ready: [], undated: [] };
const EVERYDAY: Readonly<Record<string, Facts>> = {
  'order-status': { ...NONE, swapping: [], cancelling: [], cancelled: [], onHold: false },
  'delay-reason': NONE,
  'line-eta': NONE,
  'needed-by': NONE,
};

function oneOfEach(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(oneOfEach);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, oneOfEach(inner)]));
}

describe('every standard message by text', () => {
  it.each(names)('%s takes two segments at most, its choices with it', (name) => {
    const facts = { ...(oneOfEach(sampleFacts(name)) as Facts), ...EVERYDAY[name] };
    const isRecap = name.startsWith('recap/');
    const button = (tool: string) => ({
      title: wording.say(`button/${tool}`, {}),
      value: { confirm: crypto.randomUUID() },
    });
    const composed = composeText(
      {
        phone: '+15035550101',
        author: 'assistant',
        body: {
          text: wording.say(name, facts),
          ...(isRecap && { suggestedActions: { actions: [button(name.slice('recap/'.length)), button('keep')] } }),
        },
        answers: 'message',
        goesOn: false,
        waitsForEarlier: false,
        wroteLately: true,
        isFirst: false,
      },
      { shopName: 'TechGadgets4U', assistantName: 'Desk' },
      wording,
    );
    // scripts that the plain alphabet of texts has no signs for take three
    const isForeign = /^other-language\/(?:ar|hi|ja|ko|ru|zh)$/.test(name);
    expect(countSegments(composed.text).encoding).toBe(isForeign ? 'UCS-2' : 'GSM-7');
    expect(composed.segments, composed.text).toBeLessThanOrEqual(isForeign ? 3 : 2);
    if (isRecap) expect(composed.text).toMatch(/\nReply\n1 .+\n2 Leave it as it is$/);
    expect(composed.text).not.toMatch(/\breply (?:yes|cancel|stop|end)\b/i);
  });
});
