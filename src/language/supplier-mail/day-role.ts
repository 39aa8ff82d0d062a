import type { MailDay } from './mail-day.js';

/**
 * What a day is said to be. `arrives` at the shop, `ships` from the supplier; `said`: words of dates alone; `bare`: none.
 * Not the delivery's day: `old` (the date that was), `denied`, `told` (more will be said then), `shipped` (done), and
 * `other` (an invoice, a holiday, material that comes in).
 */
export type DayRole = 'arrives' | 'ships' | 'said' | 'bare' | 'old' | 'denied' | 'told' | 'shipped' | 'other';

const OLD =
  /\b(?:instead of|rather than|original(?:ly)?|initial(?:ly)?|previous(?:ly)?|earlier (?:date|promise|estimate|eta|commitment)|before(?=\s*:)|anziché|invece (?:del|che il)|was|were|had (?:planned|promised|said|been|quoted|hoped)|would have (?:said|been|liked|preferred|had)|(?:was|were|had been) (?:supposed|meant|going|due|scheduled|planned|expected|set|to have)(?: to)?(?: be)?(?: \p{L}+)?|old(?: date)?|former(?:ly)?|prev\.?|orig\.?|request(?:ed)?|you(?:'ve| have)? (?:asked|wanted|want|need|required|requested)|required|needed by|vs|versus|not on|statt|anstatt|anstelle|ursprünglich\p{L}*|au lieu d[ue]|en lugar del?|en vez del?|miss(?:ed|es|ing)?|planned(?: date)?(?: of)?|promised(?: date)?(?: of)?|not)\b(?:\s+(?:the|on|for|by|of|to|date|ship|shipping|shipment|dispatch|despatch|confirmed|promised|agreed|scheduled|delivery|eta|etd|esd|in|den|dem|el|le|it|be)\b|\s*[:=(.])*\s*$/iu;
const MOVED_FROM = /\bfrom(?: the)?\s*$/i;
const THEN_TO = /^\s*(?:\([^)]*\)\s*)?(?:to|until|till|->|→|=>|>|auf)\s/i;
const ARROW = /^\s*(?:->|→|=>|-->|>)\s*/;
const FAILS_AFTER =
  /^\s*(?:date\s+)?(?:(?:is|was|will|can|has|does)\s*(?:not|n't|no longer)|isn't|wasn't|won't|can't|cannot|no longer|was (?:the|our) (?:\p{L}+ )?(?:plan|date|goal|target|idea)|(?:is|was) (?:unfortunately |sadly )?(?:impossible|off|out|missed|too (?:early|tight|soon)|unrealistic|off the table|not on)|has (?:slipped|moved)|slipped|slips|had to move|(?:does|will|would)(?:n't| not) (?:work|hold|happen)|geht nicht|nicht)/iu;
const DENIED =
  /\b(?:not|cannot|never|unable to|no longer|impossible to|don't|won't|can't|doesn't|isn't|aren't|wouldn't|couldn't|nicht|kein\p{L}*|no podemos|ne p\p{L}+)\b(?!\s+(?:later|until|till|only|before|after|just))/iu;
const TOLD =
  /\b(?:(?:will|'ll|shall|to|can) be (?:re-?)?(?:confirmed|advised|announced|communicated|decided|determined|finali[sz]ed|known)|(?:will|'ll|shall|going to|can|should|hope to|expect to|aim to|try to|to) (?:\p{L}+ ){0,2}(?:confirm|re-?confirm|let (?:you|me|us) know|advise|update|inform|get back|come back|revert|know|hear|report|reply|respond|tell|answer|decide|(?:send|have|give|share|provide) (?:you )?(?:an? |the |more |some |new |further )*(?:updates?|news|answer|dates?|confirmation|info\p{L}*|details|schedule|eta|tracking))|(?:updates?|news|feedback|answer|confirmation|decision|more info\p{L}*|details|tracking)\b[^:.,]{0,30}\b(?:by|on|come|follow|expected|next)|(?:will|'ll) (?:\p{L}+ ){0,2}(?:firm|check|verify|chase|ask|look|see|find out|email|ping|write)\b|(?:i|we) (?:come|get|revert|write|report) (?:back|again)\b|(?:please|pls|kindly) (?:\p{L}+ ){0,2}(?:send|provide|give|submit|return|sign|pay|remit|settle|reply|respond|revert|answer|place)\b|call(?:ed)?|meeting|discuss|speak|talk|review|follow[- ]?up|melden uns|bescheid)\b/iu;

const ROLES: readonly (readonly [role: DayRole, words: RegExp])[] = [
  [
    'shipped',
    /(?<!\b(?:be|being|is|are|get|gets)\s)\b(?:shipped|has (?:been )?(?:shipped|sent|left|gone out)|have (?:been )?(?:shipped|sent)|left (?:our|the|us)|went out|dispatched|despatched|was (?:picked up|collected|handed over)|were sent|was sent|picked up|versandt|verschickt|expédiée?s?|enviad[oa]s?|delivered|arrived|received by you|parti(?:s|es|e)?|salieron|salió|partit[eiao]|verzonden|versendet|(?:ist|sind) raus)\b/giu,
  ],
  [
    'ships',
    /\b(?:be (?:shipped|dispatched|despatched|sent|picked up|collected)|ship|ships|shipping|shipments?|ship[- ]?date|dispatch(?:es|ing)?|despatch(?:es|ing)?|leaves?|leaving|go(?:es)?(?! (?:up|down|through|back|over|to)\b)|going out|send|sending|sends|etd|esd|ex[- ]?works|ex[- ]?factory|exw|pick(?:ed)?[- ]?up|collect(?:ion|ed)?|ready|released?|hand over|versand\p{L}*|verschick\p{L}*|versend\p{L}*|env[ií](?:o|a|amos|aremos|ar|ado)|expéd\p{L}*|parti(?:r|ra|ront)|sort(?:ira|iront)|(?:raus|ab|heraus)geh\p{L}*|gehen|geht|expedici\p{L}*|spedi\p{L}*|embarque|salida|sale|salen|saldrá\p{L}*|despach\p{L}*|verzend\p{L}*|verzond\p{L}*|verstuu?r\p{L}*|vertrek\p{L}*|pront[aoie] (?:presso|per)|(?:wysyłk|wysła|wyśl)\p{L}*|skicka\p{L}*|sendes|enviad\p{L}*|out the door|on the road|in the post|lift(?:s|ed|ing)?)\b/giu,
  ],
  [
    'arrives',
    /\b(?:be (?:delivered|received)|arriv(?:e|es|al|ing)|deliver(?:y|ies|s|ing)?|at your (?:dock|door|warehouse|site|facility|location|end)|lands?|landing|eta|you(?:'ll| will| should)? (?:receive|get|have)|reach(?:es)?|with you|livraison|in your (?:hands|warehouse)|(?:aus|an)?(?:ge)?liefer\p{L}*|geliefert|ankunft|anliefer\p{L}*|zustell\p{L}*|kommen|kommt|eintreff\p{L}*|trifft|treffen|livr\p{L}*|entreg\p{L}*|lleg\p{L}*|arriver\p{L}*|consegn\p{L}*|arriv(?:a|o|erà|eranno)|lever\p{L}*|gelever\p{L}*|komen|komt|dostaw\p{L}*|dostarcz\p{L}*|leverans\p{L}*|ankomm\p{L}*|cheg(?:a|am|ará|arão))\b/giu,
  ],
  [
    'said',
    /\b(?:after(?=\s*:)|dates?|schedul\p{L}*|new|now|revised|updated|available|availability|in stock|expected|due|commit\p{L}*|confirm\p{L}*|mov(?:e|ed|es|ing)|push\p{L}*|delay\p{L}*|postponed?|resched\p{L}*|slip\p{L}*|late|stands?|possible|earliest|termin\p{L}*|fecha|date prévue|come|comes|coming|follow(?:s|ing)?|promise|supply|make|do|fulfil\p{L}*|balance|rest|remaining|remainder|backorder\p{L}*|make it|works|keep|hold|stick|meant|mean|correction|rather|but)\b/giu,
  ],
  [
    'other',
    /\b(?:(?:shuts?|shutting)(?= )|re-?opens?|last (?:\p{L}+ ){0,2}(?:collections?|shipping|shipments?|dispatch|despatch|deliver\p{L}*|posting|orders?)|orders?(?: in)? with us|starts?|begins?|clos(?:ed|ing|ure|e)|holidays?|vacation|shut ?down|out of (?:the )?office|back in the office|we(?:'re| are) back|back (?:at work|to work)|returns?|away|betriebsferien|geschlossen|cerrad\p{L}*|fermée?s?|price\p{L}*|costs?|invoic\p{L}*|rechnung\p{L}*|zahlbar|facture\p{L}*|factura\p{L}*|fattura\p{L}*|pay(?:ment|able|s|ing)?|paid|surcharges?|quot(?:e|es|ation)|valid|credit|fees?|tariffs?|dated|placed|ordered|your (?:mail|e-?mail|message|letter|request|inquiry|note|call)|(?:your|the) (?:po|order)(?= (?:of|from|dated|on)\b)|our (?:mail|e-?mail|message|letter|call)|received (?:your|the) \p{L}+|discussed|phone|spoke|(?<!\b(?:i'm|i am|we're|we are|been|was|were) )told|wrote|written|production|produc(?:e|ed|ing)|manufactur\p{L}*|assembl\p{L}*|off the (?:line|press|machine|mould|mold)|materials?|components?|fabric|mou?ld|sail\p{L}*|vessel|customs|inspection|qc|finish\p{L}*|completes|completed|completion|loaded|we (?:receive|get|expect)|at our|to our|in our|into our|our (?:factory|plant|warehouse|supplier|sub-?supplier|vendor)|new year|launch\p{L}*|event|exhibition|webinar|training|birthday|party|fair|show|audit|visit|offer|expires?|deadline)\b/giu,
  ],
];
const NOT_OURS =
  /\b(?:raw materials?|(?<!\b(?:the|your|subject|said|above) )materials?(?! (?:against|under|for|of) )|components?|parts from|(?<!by )our (?:own |\p{L}+ )?(?:supplier|sub-?supplier|vendor|factory|plant|\p{L}+er)|fabric|steel|chips?|resin|vessel|ship sails|invoice|price|payment|holiday|closed)\b/iu;
const AT_OURS = /^\s*(?:at|in|into|to) our\b/i;

const OF_REASON = /\b(?:due to|because|owing to|on account of|as a result|caused by)\b[^,;]*$/i;
const REASON_AFTER = /\b(?:due to|because|owing to|on account of|as a result|caused by|reason)\b.*$/is;

/** What happens on a day, by the words before it and then those after it. `lead` and `tail` reach to the days beside it. */
export function roleOf(day: MailDay, lead: string, tailWords: string): DayRole {
  const tail = tailWords.replace(REASON_AFTER, '');
  const clause = lead.slice(lead.search(/[^,;:]*$/));
  if (OLD.test(lead) && !/\bno(?:t)? later than\s*$/i.test(lead)) return 'old';
  if (MOVED_FROM.test(lead) && THEN_TO.test(tail)) return 'old';
  if (ARROW.test(tail) && /\d|\p{L}/u.test(tail.replace(ARROW, '')) === false && !/[.!]/.test(tail)) return 'old';
  if (FAILS_AFTER.test(tail)) return 'denied';
  if (TOLD.test(lead)) return 'told';
  if (DENIED.test(clause) && day.doubt !== 'no_day' && !/\b(?:until|till|before)\s*(?:the |on )*$/i.test(clause))
    return 'denied';
  if (day.doubt !== null && OF_REASON.test(lead)) return 'other';
  const before = roleBefore(lead);
  if (
    (before === 'arrives' || before === 'ships' || before === 'said') &&
    (NOT_OURS.test(halfOf(clause)) || AT_OURS.test(tail)) &&
    !/\bready for (?:collection|pick-? ?up) at our\b/i.test(clause)
  )
    return 'other';
  if (before === 'ships' || before === 'said' || before === 'bare') {
    const after = lastRole(tail.slice(0, 40).replace(/(?:[,;.]|\s-\s|\b(?:and|but|so|then|which)\b).*$/is, ''));
    if (after === 'arrives' || (before === 'bare' && after !== 'bare')) return after;
  }
  return before;
}

const halfOf = (lead: string): string => lead.split(/\b(?:and|but|so|while)\b|[:;]/i).at(-1) ?? '';

/** "production is informed and they try for Dec 15": a new half of the sentence with its own subject is what counts. */
function roleBefore(lead: string): DayRole {
  const half = halfOf(lead);
  const role = lastRole(half);
  if (role !== 'bare' || half === lead) return role;
  return /\b(?:we|they|it|these|goods)\b/i.test(half) ? 'said' : lastRole(lead);
}

function lastRole(text: string): DayRole {
  const found = ROLES.flatMap(([role, words]) =>
    [...text.matchAll(words)].map((match) => ({ role, end: match.index + match[0].length })),
  );
  return found.reduce((last, one) => (one.end > last.end ? one : last), { role: 'bare' as DayRole, end: -1 }).role;
}
