import type { Heard } from './situation-signs.js';

const ASK =
  "(?:what(?:['’]?s)?|which|tell|give|send|show|read|need|want|get|provide|share|reveal|confirm|look up|find|have|see|know)";
const DETAIL =
  '(?:e-?mails?|phone|telephone|mobile|cell|contact|address(?:es)?|street|names?)(?: (?:address|details?|info(?:rmation)?|data|numbers?))?';
const OF_AN_ORDER =
  "(?:on|for|of|behind|under|attached to|linked to|belonging to|associated with|from) (?:[\\p{L}']+ ){0,3}?(?:orders?|#?\\d{4,}|accounts?|customers?(?! (?:service|support|care))|buyers?|persons?|people|someone|him|her|them)(?!\\p{L})";
const OF_SOMEBODY =
  "(?:his|her|their|the (?:customer|buyer|person|owner|recipient)['’]?s|(?!what|that|it|there|where|who|how|let)\\p{L}{3,}['’]s)";

const SIGNS: readonly RegExp[] = [
  new RegExp(`\\b${ASK}\\b[^.?!]{0,40}\\b${DETAIL}\\b[^.?!]{0,25}?\\b${OF_AN_ORDER}`, 'iu'),
  new RegExp(`\\b${ASK}\\b[^.?!]{0,25}(?<!\\p{L})${OF_SOMEBODY} (?:\\p{L}+ ){0,2}?${DETAIL}\\b`, 'iu'),
  new RegExp(`\\b(?:what|which) ${DETAIL} (?:is|was|does|did|has)\\b[^.?!]{0,20}\\b(?:orders?|\\d{4,})\\b`, 'iu'),
  /\bwhose (?:order|name|parcel|package)\b|\bwho(?:['’]?s)? (?:else )?(?:placed|ordered|bought|owns?|has)\b[^.?!]{0,20}\b(?:order|\d{4,})\b/i,
];
/** They give their own, have it changed or are to be written to; or it is the shop's that is asked for. */
const ELSE =
  /@|\b\d{3}[ .-]?\d{3}[ .-]?\d{4}\b|\b(?:change|update|correct|wrong|instead|new address|to my|my new|is my|mail me|text me|call me|status|track\w*|your (?:e-?mail|phone|address|contact)|zip|post ?code)\b/i;

/** "Send me the e-mail and phone on order 1042": what tells whose an order is, be it their own. */
export const asksForContactData = ({ text }: Heard): boolean =>
  !ELSE.test(text) && SIGNS.some((sign) => sign.test(text));
