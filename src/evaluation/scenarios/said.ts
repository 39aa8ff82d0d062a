import { addDays, LocalDate } from '../../domain/kernel/dates.js';
import { money } from '../../domain/kernel/money.js';
import type { Says } from './scenario.js';
import { saysValue, type TurnView } from './turn-view.js';
import type { SaidName } from './vocabulary.js';

/** How a name of the vocabulary shows: a fact of one of these names was said, or a template that says it, or words. */
interface Sign {
  readonly facts?: readonly string[];
  readonly templates?: RegExp;
  readonly words?: RegExp;
  readonly holds?: (view: TurnView) => boolean;
}

const SIGNS: Readonly<Record<SaidName, Sign>> = {
  likelyOn: { facts: ['likelyOn', 'arrivesLikelyOn', 'shipsOn'] },
  cautiousOn: { facts: ['cautiousOn', 'arrivesCautiousOn'] },
  chanceByDate: { facts: ['chanceWords', 'chanceByDate'] },
  reason: { words: /sold out|supplier|put off|should have been here|delivery|in line|waiting for more/i },
  choices: {
    holds: ({ turn, text }) =>
      turn.replies.some(({ quickReplies }) => quickReplies.length > 1) || /\bor\b[^.]*\?|^[12][ .)]/im.test(text),
  },
  optionsThatMakeIt: { words: /express|instead|in two parts|ahead of the rest|in stock|on the shelf/i },
  lineName: { facts: ['lineName', 'items', 'lineNames'] },
  lineState: {
    words:
      /on its way|shipped|delivered|waiting|waits|ready|cancelled|sold out|will likely ship|should (?:now )?ship|left our/i,
  },
  orderNumber: { facts: ['orderNumber'] },
  tracking: { facts: ['tracking'] },
  carrier: { facts: ['carrier'] },
  channel: { words: /\be-?mails?\b|\btexts?\b|\bhere\b|\bchat\b/i },
  recapItem: { facts: ['lineName', 'items', 'substituteName'] },
  recapAmount: { facts: ['refundAmount', 'upgradeCost', 'splitCost', 'priceGap', 'offerAmount'] },
  recapMethod: { facts: ['refundMethod', 'chargedTo'] },
  refundAmount: { facts: ['refundAmount'] },
  refundMethod: { facts: ['refundMethod'] },
  refundSentOn: { facts: ['refundSentOn'] },
  refundBy: { facts: ['refundBy', 'refundExpectedBy'] },
  refundExpectedBy: { facts: ['refundExpectedBy', 'refundBy'] },
  refundNotAfter: { facts: ['refundNotAfter', 'refundBy'] },
  newAddress: { facts: ['newAddress'] },
  substituteName: { facts: ['substituteName'] },
  priceDifference: { facts: ['priceGap', 'priceDifference'], words: /same price/i },
  splitNow: { facts: ['splitNow'] },
  splitLater: { facts: ['splitLater'] },
  splitCost: { facts: ['splitCost'], words: /costs (?:you )?nothing|no extra|free/i },
  upgradeCost: { facts: ['upgradeCost'], words: /costs (?:you )?nothing|no extra|free/i },
  offer: { facts: ['offer', 'offerPercent', 'offerPoints', 'offerAmount'] },
  offerAmount: { facts: ['offerAmount'] },
  policyLimit: { facts: ['policyLimit'] },
  queuePosition: { facts: ['queuePosition'] },
  queueReasons: { words: /how long you have waited|your place rests|ship date we first told|waited longer|order of/i },
  policyCited: { facts: ['policyCited', 'citation', 'source'] },
  noFee: { words: /costs? (?:you )?nothing|no (?:fee|charge|cost)|free of charge|for free/i },
  notFoundWords: { templates: /^(?:not-matched|order-not-found)$/, words: /could ?n[o']t find (?:an|that|the) order/i },
  attemptsUsedUp: { templates: /^identification-paused$/, words: /too many times/i },
  alreadyShipped: {
    templates: /^(?:already-shipped|address-too-late|nothing-left)$/,
    words: /already (?:left|shipped)|on its way/i,
  },
  carrierOption: { words: /carrier (?:may|can|might)|redirect/i },
  originalMethodOnly: {
    words:
      /back (?:to|onto) (?:the|your)? ?(?:visa|mastercard|card|paypal|original)|the way (?:it was|you) paid|same (?:card|method)/i,
  },
  cannotPromise: {
    words:
      /can(?:'t|not| not) promise|no guarantee|can(?:'t|not) guarantee|not certain|nobody can promise|not a promise/i,
  },
  aiDisclosure: { words: /automated assistant|not a person|\bbot\b|\bAI\b/i },
  handOffExpectation: { templates: /^person-/, words: /team'?s? list|our team works|they work/i },
  emergencyAdvice: { words: /\b911\b|emergency|doctor|poison control/i },
  outOfScopeKindly: {
    templates: /^(?:not-understood|help|beyond-me|out-of-scope)$/,
    words: /I can (?:help|look|tell)/i,
  },
  nothingChanged: { words: /nothing (?:has )?changed|stays as it (?:is|was)|done nothing|as it stands/i },
  optOutConfirmed: { words: /no more (?:texts|messages|e-?mails)|won't (?:text|message) you/i },
  revisedShipBy: { facts: ['revisedShipBy'] },
  silenceMeansConsent: {
    words: /no answer counts|without an answer[^.]*keep|don't answer[^.]*(?:keep|wait)|counts as (?:a )?yes/i,
  },
  silenceMeansCancel: {
    words: /(?:without an answer|don't (?:hear|answer)|unless you)[^.]*(?:cancel)|cancels? itself/i,
  },
  cancelsOn: { facts: ['cancelsOn', 'answerBy'] },
  cancelUntil: {
    facts: ['cancelUntil'],
    words: /any time before (?:it |they )?ship|until (?:it|they) ships?|before shipping/i,
  },
  rightToCancel: { words: /(?:you )?can (?:still )?cancel|free to cancel/i },
  noDateKnown: {
    words: /no (?:new |firm )?(?:ship )?dates?\b|(?:don't|do not) have a (?:new )?date|can(?:'t|not) name a date/i,
  },
  cancelledByRule: { templates: /^cancelled-by-rule$/, words: /counts as cancelled/i },
};

/** Whether a turn said what it should: the desk's own fact of that kind, or this very value in any format. */
export function isSaid({ name, value }: Says, view: TurnView): boolean {
  if (value !== undefined) return saysExactly(value, view);
  const { facts, templates, words, holds } = SIGNS[name];
  return (
    holds?.(view) === true ||
    (words?.test(view.text) ?? false) ||
    (templates !== undefined && view.turn.replies.some(({ template }) => templates.test(template ?? ''))) ||
    facts?.some((fact) => isFactSaid(fact, view)) === true
  );
}

/** A date, amount or code among those told; or a text, number or list whose words stand there. */
function isFactSaid(name: string, { told, facts, text }: TurnView): boolean {
  const bears = (path: string) => path.split('.').includes(name);
  return (
    told.some(({ path }) => bears(path)) ||
    facts.some((fact) => {
      if (!bears(fact.path)) return false;
      if (fact.kind === 'text') return fact.words !== '' && text.toLowerCase().includes(fact.words.toLowerCase());
      return fact.kind === 'number' && new RegExp(`\\b${fact.value}\\b`).test(text.replaceAll(',', ''));
    })
  );
}

const OFFSET = /^[+-]?\d{1,4}d$/;

function saysExactly(value: NonNullable<Says['value']> | null, { text, turn, scenario }: TurnView): boolean {
  if (typeof value === 'number') {
    const amount = saysValue(text, money(Math.round(value * 100), 'USD'), turn.today);
    return (
      amount || new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?![\\d])`).test(text.replaceAll(',', ''))
    );
  }
  if (typeof value !== 'string') return value === true;
  if (OFFSET.test(value)) return saysValue(text, addDays(scenario.today, Number.parseInt(value, 10)), turn.today);
  if (LocalDate.safeParse(value).success) return saysValue(text, value, turn.today);
  return plain(text).includes(plain(value));
}

/** Letters and digits alone: quotes, dashes and spaces differ between chat and text. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('e-mail', 'email')
    .replace(/[^\p{L}\p{N}$%.]+/gu, ' ')
    .trim();
