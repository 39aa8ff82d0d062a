import type { Fact } from './facts.js';
import { readable } from './readable.js';

/** What "your …" may be without standing in a result: things of any order, and of any talk about one. */
const ORDINARY = new Set(
  `order orders item items product products package packages parcel parcels shipment shipments delivery deliveries refund
  refunds money payment card account address rest one ones other others both part parts half thing things request
  cancellation replacement substitute exchange code discount credit points offer estimate date dates update updates
  message messages confirmation receipt place spot number stock supply supplier shop store team person colleague
  manager carrier courier answer summary change changes units unit pieces line lines everything it they goods choice`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** What is said of a thing on sale: as verbs alone, since "your full refund" and "the new delivery" are no things of ours. */
const IS_SO =
  '(?:ships|shipped|arrives|arrived|leaves|left|waits|waiting|reach(?:es|ed)|delivered|comes|coming|cancell?ed|swapped|refunded|(?:back )?in stock|on (?:its|their|the) way|out for|available|ready|dispatched|back-?ordered|sold out|delayed)\\b';
const WILL_BE_SO =
  '(?:should|will|would|may|might|expected to|estimated to|scheduled to|set to|due to) (?:(?:now|still|also|likely|probably|then) )*(?:ship|arrive|leave|reach|come|be)\\b';
/** What no name of a thing holds. */
const WORD =
  "(?!(?:is|are|and|or|when|if|that|which|to|a|an|it|not|has|have|will|was|were|should|than|for|with|of|as|the|your|our|my|this)\\b)[\\p{L}\\p{N}'-]+";
const THING = new RegExp(
  `\\b(?:your|the) ((?:${WORD} ){0,4}?${WORD}?)(?:'s|'ll)? (?:(?:is|are|was|were|has|have|had|now|still|also|already|likely|probably|just|been|being|not|yet|currently) )*(?:${IS_SO}|${WILL_BE_SO})`,
  'giu',
);
/** Addresses of pages, which nobody here gives. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|net|org|io|shop|store|co|link|ly)\b(?:\/\S*)?/gi;
/** Two words or more that begin with a capital, inside a sentence. */
const PROPER = /(?<=[\p{Ll}\p{N},:;"'(] ["'(]?)\p{Lu}[\p{L}\p{N}'-]+(?: \p{Lu}[\p{L}\p{N}'-]+)+/gu;
const CALENDAR =
  /^(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$|^(?:i|i'm|i'll|i've|ups|usps|fedex|dhl|zip|am|pm|pacific|eastern|central|mountain|time|visa|paypal|mastercard)$/;

/** Things of a shop that a text speaks of and no fact names. Names may be said in part: "the lens" of "50 mm lens". */
export function unknownThings(said: string, facts: readonly Fact[]): readonly string[] {
  const known = wordsIn(facts);
  const isKnown = (word: string): boolean => {
    const bare = word.toLowerCase().replace(/'s$/, '');
    return known.has(bare) || known.has(bare.replace(/s$/, '')) || known.has(`${bare}s`);
  };
  const things = [...said.matchAll(THING)].flatMap(([, thing = '']) => {
    const head = thing.split(' ').at(-1) ?? '';
    return isKnown(head) || ORDINARY.has(head.toLowerCase()) ? [] : [thing];
  });
  const names = (said.match(PROPER) ?? []).filter((name) =>
    name.split(' ').some((word) => !isKnown(word) && !CALENDAR.test(word.toLowerCase())),
  );
  const texts = facts.flatMap((fact) => (fact.kind === 'text' ? fact.words.toLowerCase() : []));
  const addresses = (said.match(ADDRESS) ?? []).filter(
    (address) => !texts.some((text) => text.includes(address.toLowerCase())),
  );
  return [...new Set([...things, ...names, ...addresses])];
}

function wordsIn(facts: readonly Fact[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const fact of facts)
    if (fact.kind === 'text')
      for (const word of readable(fact.words)
        .toLowerCase()
        .split(/[^\p{L}\p{N}'-]+/u))
        words.add(word);
  return words;
}
