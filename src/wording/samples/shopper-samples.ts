import { localDate } from '../../domain/kernel/dates.js';
import type { Facts } from '../render.js';
import { REPLY_FACTS } from './reply-facts.js';
import { TEMPLATE_FACTS } from './template-facts.js';

/** The day on which samples are read. */
const TODAY = localDate('2026-11-23');

/** Facts to render a template of templates/shopper/en with, for review and tests; null where there are none yet. What is worded for texts has the same. */
export function sampleFacts(name: string): Facts | null {
  const template = name.replace(/\.sms$/, '');
  // the parts of a representative's reply share one set of facts
  const facts = template.startsWith('reply/') ? REPLY_FACTS : TEMPLATE_FACTS[template];
  return facts ? { todayOn: TODAY, ...facts } : null;
}
