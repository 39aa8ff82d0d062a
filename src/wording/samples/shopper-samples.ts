import { z } from 'zod';
import { localDate } from '../../domain/kernel/dates.js';
import { FIRST_VOICE } from '../first-voice.js';
import { nameFirst } from '../name-first.js';
import type { Facts } from '../render.js';
import { shop } from './case-facts.js';
import { MESSAGE_FACTS } from './message-facts.js';
import { REPLY_FACTS } from './reply-facts.js';
import { TEMPLATE_FACTS } from './template-facts.js';

/** The day on which samples are read. */
const TODAY = localDate('2026-11-23');

/** Facts to render a template of templates/shopper/en with, for review and tests; null where there are none yet. What is worded for texts has the same. */
export function sampleFacts(name: string): Facts | null {
  // a recap put again in short has what the recap has
  const template = name.replace(/\.sms$/, '').replace(/^still\//, 'recap/');
  if (template.startsWith('message/')) return messageSample(template.slice('message/'.length));
  // the parts of a representative's reply share one set of facts
  const facts = template.startsWith('reply/') ? REPLY_FACTS : TEMPLATE_FACTS[template];
  return facts ? { todayOn: TODAY, ...FIRST_VOICE, ...facts } : null;
}

const Numbers = z.object({ orderNumbers: z.array(z.string()).default([]) });
const Named = z.object({
  lines: z.array(z.looseObject({ lineName: z.string() })).optional(),
  items: z.array(z.looseObject({ lineName: z.string() })).optional(),
});

/** As tools/word-customer-message.ts puts the facts of a message before its template. */
function messageSample(kind: string): Facts | null {
  const facts = MESSAGE_FACTS[kind]?.[0];
  if (!facts) return null;
  const { orderNumbers } = Numbers.parse(facts);
  const { lines, items } = Named.parse(facts);
  return {
    ...facts,
    ...shop,
    todayOn: TODAY,
    firstName: 'Ana',
    orderList: orderNumbers,
    orderCount: orderNumbers.length,
    ...nameFirst(lines ?? items ?? [], Number.POSITIVE_INFINITY),
  };
}
