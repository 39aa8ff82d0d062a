import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeText } from '../../src/channels/sms/compose-text.js';
import { localDate } from '../../src/domain/kernel/dates.js';
import { findForbidden } from '../../src/grounding/find-forbidden.js';
import { shippedRules } from '../../src/knowledge/desk-rules.js';
import { projectPath } from '../../src/paths.js';
import { CUSTOMER_MESSAGE_FACTS, CUSTOMER_MESSAGE_KINDS, type Told } from '../../src/store/customer-message-facts.js';
import { promisesIn } from '../../src/tools/promises-in-message.js';
import { choicesOf, wordMessage, wordMessageMail } from '../../src/tools/word-customer-message.js';
import { wordingFor } from '../../src/wording/locales.js';
import { loadWording } from '../../src/wording/render.js';
import { MESSAGE_FACTS } from '../../src/wording/samples/message-facts.js';
import { countSegments } from '../../src/wording/sms-segments.js';

const { messages, replies } = shippedRules();
const frame = {
  locale: 'en-US',
  customerName: 'Ana Silva',
  todayOn: localDate('2026-11-23'),
  shopName: 'TechGadgets4U',
  assistantName: 'Desk',
};
const STOP = 'https://desk.example/updates/stop/message-0123456789abcdef/signature';
const LONG_NAME = 'Meridian 50–140 mm f/2.8 weather-sealed zoom lens, second edition (Sony E)';

interface Said {
  readonly name: string;
  readonly told: Told;
  readonly channel: 'chat' | 'sms' | 'email';
  readonly text: string;
}

/** A message with its names as long as they get, as real catalogues have them. */
const withLongNames = (told: Told): Told =>
  JSON.parse(
    JSON.stringify(told, (key, value) => (key === 'lineName' || key === 'productName' ? LONG_NAME : value)),
  ) as Told;

function sayAll(kind: Told['kind']): Said[] {
  const ways = messages.ways[kind]!;
  return MESSAGE_FACTS[kind]!.flatMap((facts, at) => {
    const told = { kind, facts: CUSTOMER_MESSAGE_FACTS[kind].parse(facts) } as Told;
    return [
      { name: `${kind} ${at}`, told },
      { name: `${kind} ${at}, long names`, told: withLongNames(told) },
    ].flatMap((one): Said[] => [
      ...(ways.chat ? [{ ...one, channel: 'chat' as const, text: wordMessage(one.told, frame, 'web') }] : []),
      ...(ways.sms ? [{ ...one, channel: 'sms' as const, text: asText(one.told) }] : []),
      ...(ways.sms
        ? [{ ...one, name: `${one.name}, first text`, channel: 'sms' as const, text: asText(one.told, true) }]
        : []),
      ...(ways.email === 'never'
        ? []
        : [{ ...one, channel: 'email' as const, text: mailText(one.told, ways.topic !== null) }]),
    ]);
  });
}

const asText = (told: Told, isFirst = false): string =>
  composeText(
    {
      phone: '+15035550101',
      author: 'assistant',
      body: {
        text: wordMessage(told, frame, 'sms'),
        suggestedActions: { actions: choicesOf(told).map((title) => ({ title, value: title })) },
        channelData: { customerMessage: 'message-1' },
      },
      answers: null,
      goesOn: false,
      waitsForEarlier: false,
      wroteLately: false,
      isFirst,
    },
    frame,
    loadWording('templates/shopper/en'),
  ).text;

function mailText(told: Told, mayStop: boolean): string {
  const { subject, text } = wordMessageMail(told, frame, mayStop ? STOP : null);
  return `${subject}\n\n${text}`;
}

const all = CUSTOMER_MESSAGE_KINDS.flatMap(sayAll);
const on = (channel: Said['channel']) => all.filter((said) => said.channel === channel);

describe('what customers are told', () => {
  it('has for each kind its ways in the policy and its samples, and there are fifteen at least', () => {
    expect(Object.keys(messages.ways).sort()).toEqual([...CUSTOMER_MESSAGE_KINDS].sort());
    expect(Object.keys(MESSAGE_FACTS).sort()).toEqual([...CUSTOMER_MESSAGE_KINDS].sort());
    expect(CUSTOMER_MESSAGE_KINDS.length).toBeGreaterThanOrEqual(15);
    expect(CUSTOMER_MESSAGE_KINDS.filter((kind) => sayAll(kind).length === 0)).toEqual([]);
  });

  it.each(all.map((said) => [said.name, said.channel, said] as const))(
    '%s by %s reads as a person writes',
    (_name, _channel, { text }) => {
      expect(text).not.toMatch(/\{\{|\}\}|undefined|null|\[object|NaN| {2}|_| [.,;]|\.\.\.\.|\n{3}/);
      // no word of ours, no word of a carrier's, nothing that sounds like a promise
      expect(text).not.toMatch(
        /\b(?:backorder(?:ed)?|SKU|PO|purchase order|allocat\w+|cautious|P90|ETA|lead time|supplier)\b/i,
      );
      expect(text).not.toMatch(/\breply (?:yes|no|cancel|stop|end)\b|\b(?:definitely|certainly|no doubt)\b/i);
      expect(findForbidden(text, replies.forbidden)).toEqual([]);
      expect(text.match(/\b(?:sorry|apolog\w+|regret)\b/gi)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(text.replace(` No more mails like this: ${STOP}`, '')).toMatch(/[.?!)\d]$/);
    },
  );

  it.each(on('sms').map((said) => [said.name, said] as const))(
    '%s takes two segments of plain signs at most',
    (_name, { text }) => {
      const { encoding, segments } = countSegments(text);
      expect(encoding).toBe('GSM-7');
      expect(segments, `${text.length}: ${text}`).toBeLessThanOrEqual(2);
    },
  );

  it('names two items at most by text, and says how many more there are', () => {
    const [told] = MESSAGE_FACTS.date_moved!;
    const text = asText({ kind: 'date_moved', facts: CUSTOMER_MESSAGE_FACTS.date_moved.parse(told) });
    expect(text).toMatch(/^TechGadgets4U: Sorry/);
    expect(text).toContain('50 mm lens');
    expect(text).toContain('Camera bag');
    expect(text).not.toContain('Carbon tripod');
    expect(text).toMatch(/And 1 more\.[\s\S]*\nReply\n1 Keep waiting for order 1042\n2 Cancel late items, order 1042$/);
  });

  it('says in the ledger no other dates and amounts than the mail', () => {
    for (const { told, channel, text, name } of all)
      if (channel === 'email' && !name.includes('long'))
        for (const { value } of promisesIn(told)) {
          const said = typeof value === 'string' ? String(Number(value.slice(8))) : '$';
          expect(text, name).toContain(said);
        }
  });

  it('is said in the customer’s language where there is a folder, and whole in English where that lacks it', () => {
    const root = mkdtempSync(join(tmpdir(), 'templates-'));
    mkdirSync(join(root, 'de/message'), { recursive: true });
    mkdirSync(join(root, 'en/message'), { recursive: true });
    writeFileSync(join(root, 'de/message/shipped.hbs'), 'Unterwegs: {{orderNumber}}');
    writeFileSync(join(root, 'en/message/shipped.hbs'), 'On its way: {{orderNumber}}');
    writeFileSync(join(root, 'en/message/shipped.sms.hbs'), 'On its way, {{orderNumber}}');
    writeFileSync(join(root, 'en/message/split.hbs'), 'In two parcels: {{orderNumber}}');
    const folder = relative(projectPath('.'), root);
    const say = (locale: string, template: string, channel = 'web') =>
      wordingFor(folder, locale, channel).say(template, { orderNumber: '1042' });
    expect(say('de-AT', 'message/shipped')).toBe('Unterwegs: 1042');
    // their language goes before the channel's own wording in another
    expect(say('de-AT', 'message/shipped', 'sms')).toBe('Unterwegs: 1042');
    expect(say('de-AT', 'message/split')).toBe('In two parcels: 1042');
    expect(say('en-US', 'message/shipped', 'sms')).toBe('On its way, 1042');
    expect(say('../../etc', 'message/shipped')).toBe('On its way: 1042');
    expect(() => say('de-AT', 'message/other')).toThrow('no template message/other');
    rmSync(root, { recursive: true });
  });

  it('lets nobody put markup or a line of its own into a mail', () => {
    const nasty = { ...MESSAGE_FACTS.back_in_stock![0], productName: 'Lens <b>&\nBcc: all@example.com</b>' };
    const { subject, text, html } = wordMessageMail(
      { kind: 'back_in_stock', facts: CUSTOMER_MESSAGE_FACTS.back_in_stock.parse(nasty) },
      frame,
      STOP,
    );
    expect(subject).not.toContain('\n');
    expect(text).toContain('Lens <b>& Bcc: all@example.com</b>');
    expect(html).toContain('Lens &lt;b&gt;&amp; Bcc');
    expect(html).toContain(`<a href="${STOP}"`);
  });
});
