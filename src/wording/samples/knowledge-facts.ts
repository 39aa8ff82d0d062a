import { bag, lens } from './case-facts.js';

/** The part of the samples that is about what the shop's pages say, and about what they and the desk do not know. */
export const KNOWLEDGE_FACTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'ask-identity-anew': {},
  'calm-boundary': {},
  emergency: {},
  'no-page': {},
  'out-of-scope': {},
  'page-says': {
    policyCited: 'Sending things back',
    citation: 'returns.md#how-long',
    text: 'You have 30 days from the day it arrives to send it back.',
    amounts: [],
  },
  'still-to-come': { orderNumber: '1042', lines: [lens, bag] },
  ...Object.fromEntries(
    'ar de es fr hi it ja ko nl pt ru zh'.split(' ').map((language) => [`other-language/${language}`, {}]),
  ),
};
