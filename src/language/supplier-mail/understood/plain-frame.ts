import { DATE_WORDS, GOODS_WORDS, isFrameWord, MOVING, OLD_WORDS, PLACES, STAYING } from './frame-words.js';
import {
  isFrameWordAbroad,
  MOVING_ABROAD,
  OLD_ABROAD,
  STAY_ABROAD,
  STAYING_ABROAD,
  TURNED_ABROAD,
} from './frame-words-abroad.js';
import { OPEN_CLASSES } from './open-words.js';
import type { Token } from './tokens.js';

/** Frame words that say something else together: goods that come to the supplier, what the buyer is to do, a day that is not the one. */
const TURNED =
  /\bas of\b|\b(?:collected|picked up) by you\b|\byour (?:truck|lorry|van|courier|carrier|forwarder|haulier|driver|car)\b|\b(?:in|at|to) (?:the|our) (?:mill|kiln|foundry|plant|factory|workshop|bakery|brewery|studio)\b|\b(?:we|i|we'll|i'll|we're|i'm) (?:will |can |are |am )*(?:be |going |coming )?(?:there|here|with you|at your|on the road|go|come)\b|^(?!.*\b(?:delivery|shipment|dispatch)\b).*\bdone\b|(?<!\b(?:be|being|is|are|get|gets|and|now|fully|completely|all|been) )\b(?:shipped|dispatched|despatched|delivered|sent|received|collected|picked|loaded|lifted|released)\b|\b(?:to|at|into) our\b(?! (?:end|side))|\b(?:i|we) (?:will |shall |can )?leave\b|^confirm (?:D|N)|\b(?:to|with|at|reach|reaches|for|from|back|supply|supplies) us\b|\b(?:back|come|comes|coming|arrive|arrives) (?:in|to|at|from) (?:our|the|us|here)\b|\bour (?:order|goods|shipment|delivery|consignment|parcels?|products?|materials?|items?|purchase|shipments?|deliveries)\b|\b(?:we|i|we'll|i'll|we're|i'm) (?:will |shall |can |are |am |be |going |to |now |also |just |then |only |already )*(?:receive|receiving|received|get|have|collect|expect|got|pick|reach|arrive|come)\b(?!.* (?:to you|with you|out|off|over|by you|at your|in your|on its way|on their way)\b)|\byou (?:will |shall |can |have |are |to |now |then )*(?:ship|send|deliver|dispatch|confirm|release|bring|put|move|order|commit)\b|\bplease (?!note)|\bpromise (?:to|of)\b|\b(?:as|in) (?:planned|ready) (?:to|for)\b|\bready (?:to|for) (?!ship|go|leave|collect|pick|be |dispatch|despatch|delivery|shipment|you|send)|\bset (?:up|back|off)\b|\bhave to\b(?! (?:move|push|postpone|reschedule|shift|V|S))|\bfrom (?:the |our )?(?:works|factory|workshop|mill|plant|kiln|foundry|bakery) (?:to|in|at)\b|\bin (?:the|our) (?:works|factory|workshop|mill|plant|kiln)\b|\bleaves? (?:the|our) (?:kiln|mill|foundry|workshop)\b|\bthat (?:is|are) (?:going|due)\b|\bhas (?:left|gone|been)\b|\bconfirmed? (?:that )?(?:the )?(?:order|receipt)\b(?! (?:is|will|for|ships|leaves))/;
/** What may stand right before the day that counts. */
const BEFORE_DAY =
  /(?:^|\b(?:it's|on|by|for|is|are|be|to|at|date|eta|etd|now|for the|the|this|until|till|coming|exactly|ship|ships|shipping|shipped|deliver|delivers|delivered|delivery|shipment|dispatch|dispatched|despatch|despatched|leave|leaves|leaving|arrive|arrives|arriving|collection|you|here|us|out|door|warehouse|dock|unit|store|shop|road|ready|due|confirmed|scheduled|today|sent|send|go|goes|going|collected|off|truck|dhl|ups|fedex|courier|positively|already|then|so|again|together|latest|express|confirm|complete|all) |[LOAUQRW] )$/;
const BEFORE_DAY_ABROAD =
  /(?:^|(?<!\p{L})(?:am|zum|bis|auf|für|der|den|ist|le|au|pour|el|al|para|il|entro|per|op|tot|date|fecha|data|termin|liefertermin|versandtermin|livraison|entrega|consegna|levering|consegneremo|wir|gewoon|[LOAUQ]) )$/u;
/** "it's the 8th for your harnesses" */
const SAYS = new Set(["it's", 'delivery', 'shipment', 'there']);
const isTurned = (text: string): boolean => TURNED.test(text) || TURNED_ABROAD.test(text);
const NEEDS_MOVED = /\b(?:until|till) $/;
const MOVED =
  /\b(?:moved?|moves|moving|push|pushed|postponed?|delayed|slips?|slipped|slides?|shifted|shift|put back|rescheduled|set)\b/;

/** Whether tokens from one place to another say in frame words alone that goods come on one day; its place, or null. */
export function plainDayIn(tokens: readonly Token[], from: number, to: number): number | null {
  const part = tokens.slice(from, to);
  const old = oldDaysIn(part);
  const days = part.flatMap(({ mark }, at) => ((mark === 'D' || mark === 'N') && !old.has(at) ? [at] : []));
  const [day = -1] = days;
  if (
    days.length !== 1 ||
    !isOfOneTongue((isKnown) => part.every((_, at) => old.has(at) || isOfFrame(part, at, isKnown)))
  )
    return null;
  const marks = part.map(({ mark }, at) => (old.has(at) ? '' : mark)).filter((mark) => mark !== '');
  const text = marks.join(' ');
  const lead = marks.slice(0, marks.indexOf(part[day]?.mark ?? '')).map((mark) => `${mark} `);
  const before = lead.join('');
  const saysMore = marks.some(
    (mark) => MOVING.has(mark) || MOVING_ABROAD.has(mark) || DATE_WORDS.has(mark) || SAYS.has(mark),
  );
  if (!saysMore || isTurned(text) || !(BEFORE_DAY.test(before) || BEFORE_DAY_ABROAD.test(before))) return null;
  return NEEDS_MOVED.test(before) && !MOVED.test(text) ? null : from + day;
}

/** Whether a part holds frame words alone, and none that turn it. */
export const isFrameOnly = (part: readonly Token[]): boolean =>
  isOfOneTongue((isKnown) => part.every((_, at) => isOfFrame(part, at, isKnown))) &&
  !isTurned(part.map(({ mark }) => mark).join(' '));

/** Whether they say in frame words that it stays as it was. */
export function isPlainStay(tokens: readonly Token[], from: number, to: number): boolean {
  const part = tokens.slice(from, to);
  const marks = part.map(({ mark }) => mark);
  const text = marks.join(' ');
  return (
    mayStay(text) &&
    !isTurned(text) &&
    (part.every(({ mark }, at) => STAYING.has(mark) || isOfFrame(part, at, isFrameWord)) ||
      part.every(({ mark }, at) => STAYING_ABROAD.has(mark) || isOfFrame(part, at, isFrameWordAbroad))) &&
    part.filter(({ mark }) => mark === 'D').length <= 1 &&
    !/^still no\b/.test(text) &&
    // "prices are unchanged" says nothing of days
    (!/\bprices?\b/.test(text) ||
      part.some(({ mark }) => mark === 'D' || /^(?:order|O|dates?|delivery|articles)$/.test(mark))) &&
    !/\b(?:delays?|issues?|problems?)\b/.test(
      text.replace(/\b(?:no|any) (?:further |other )?(?:delays?|issues?|problems?)\b/g, ''),
    ) &&
    // "no change" and "no delay", and nothing else that is denied
    [...text.matchAll(/\b(?:no|nothing's|nothing) (?:(?:further|else) )?(\S+)/g)].every(([, next = '']) =>
      /^(?:changes?|changed|delays?|issues?|problems?)$/.test(next),
    )
  );
}
/** Whether words stand there that may say so. */
export const mayStay = (text: string): boolean => STAY.test(text) || STAY_ABROAD.test(text);
const STAY =
  /\b(?:on (?:schedule|track|time|target|plan)|unchanged|unaffected|as (?:planned|scheduled|promised|agreed|ordered|confirmed|requested|you have written|you wrote)|no (?:further )?(?:changes?|delays?|issues?|problems?)|nothing(?:'s| has| is)? (?:else )?(?:changes?|changed)|(?:still|all|is|are) (?:on|good|ok|okay|fine)|stays?|remains?|stands?|holds?|same)\b/;

/** "Est." is no French. */
const isOfOneTongue = (holds: (isKnown: (word: string) => boolean) => boolean): boolean =>
  holds(isFrameWord) || holds(isFrameWordAbroad);

function isOfFrame(part: readonly Token[], at: number, isKnown: (word: string) => boolean): boolean {
  const { mark = '', day = null } = part[at] ?? {};
  const [before = '', after = ''] = [part[at - 1]?.mark, part[at + 1]?.mark];
  if (/^[DNLOAUQRWS]$/.test(mark)) return true;
  // a count of days that the day comes to is held against it where the claim is
  if (mark === 'V') return day?.shift != null && day.day === null;
  if (mark === 'than') return before === 'S';
  if (mark === 'one' || mark === 'ones')
    return /^(?:[LU]|that|this)$/.test(before) || /^(?:shipment|delivery|go|lot|consignment)$/.test(after);
  if (mark === 'not' || mark === 'instead' || mark === 'rather') return false;
  if (isKnown(mark)) return true;
  return OPEN_CLASSES.OPEN?.(mark) === true && isName(part, at);
}

/** An unknown word that can only be a name: of the goods, of a place of the buyer's, of who carries them. */
function isName(part: readonly Token[], at: number): boolean {
  const [first, before, after, second] = [at - 2, at - 1, at + 1, at + 2].map((place) => part[place]?.mark ?? '');
  const word = part[at]?.mark ?? '';
  if (/(?:ed|ing|ly|less)$/.test(word)) return false;
  if (/^[LU]$/.test(after ?? '') && /^(?:your|Q)$/.test(before ?? '')) return true;
  if (/^[LU]$/.test(before ?? '') && /^(?:your|Q)$/.test(first ?? '')) return true;
  if (before === 'your' && PLACES.has(after ?? '')) return true;
  return (
    /^(?:via|by|from)$/.test(before ?? '') && (after === '' || /^(?:on|D|N|to)$/.test(after ?? '')) && second !== 'from'
  );
}

/** The places of days that were, with the words that say so. */
function oldDaysIn(part: readonly Token[]): ReadonlySet<number> {
  const old = new Set<number>();
  for (const [at, { mark }] of part.entries()) {
    if (mark !== 'D' && mark !== 'N' && mark !== 'P') continue;
    let start = at;
    while (start > 0 && OLD_WORDS.has(part[start - 1]?.mark ?? '')) start -= 1;
    const words = part.slice(start, at).map((one) => one.mark);
    const isAbroad = OLD_ABROAD.test(
      part
        .slice(Math.max(0, at - 5), at)
        .map((one) => one.mark)
        .join(' '),
    );
    if (isAbroad) for (let place = abroadFrom(part, at); place <= at; place += 1) old.add(place);
    const from = words.findIndex((word, place) => isOldSign(word, words[place + 1], part[start + place + 1]?.mark));
    if (from >= 0) for (let place = start + from; place <= at; place += 1) old.add(place);
  }
  return old;
}

/** Where the words begin that call a day the old one. */
const abroadFrom = (part: readonly Token[], at: number): number =>
  part.findLastIndex(({ mark }, place) => place < at && ABROAD_BEGINS.has(mark));
const ABROAD_BEGINS = new Set('statt anstatt anstelle au invece anziché en in al'.split(' '));

const isOldSign = (word: string, next: string | undefined, nextMark: string | undefined): boolean =>
  word === 'not' ||
  word === 'originally' ||
  word === 'initially' ||
  word === 'previously' ||
  word === 'was' ||
  (word === 'instead' && next === 'of') ||
  (word === 'rather' && next === 'than') ||
  (word === 'in' && next === 'place') ||
  (word === 'from' && /^[DNP]$/.test(nextMark ?? ''));

/** Whether a word speaks of goods. */
export const isGoods = (mark: string): boolean => /^[LOAUR]$/.test(mark) || GOODS_WORDS.has(mark);
