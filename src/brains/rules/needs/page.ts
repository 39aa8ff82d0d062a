import type { Intent } from '../../../language/intents.js';
import { searchKnowledge } from '../../../tools/search-knowledge.js';
import type { Filling, Need, Scene } from '../flow.js';

/** What is asked of the pages where the message itself leads to none, or to one that does not help with such a thing. */
const OTHERWISE: Partial<Record<Intent, string>> = {
  item_problem: 'It arrived damaged, wrong, or something is missing',
  payment_problem: 'Problem with a payment, wrong charge',
  return_exchange: 'How do I return something?',
};

/** The page that answers: looked up, never asked for. What a person can be asked for next is noted as an offer. */
export const page: Need = {
  name: 'page',
  async fill(scene): Promise<Filling> {
    const { slots, reading } = scene;
    // a part may say too little: "can people cancel? whats the policy"
    const first =
      (await search(scene, reading.text)) ??
      (await search(scene, withoutManners(reading.text))) ??
      (await search(scene, ofPolicy(reading.text))) ??
      (await search(scene, wholeOf(scene)));
    const found = isHelp(first, reading.intent) ? first : await search(scene, OTHERWISE[reading.intent] ?? '');
    const offers = (found ?? first)?.person !== 'none' && !needsPerson(scene, found ?? first);
    return { kind: 'filled', slots, ...(offers && { note: { offered: ['human'] } }) };
  },
};

const MANNERS =
  /^(?:(?:ok(?:ay)?|cool|cheers|thanks?|thank you|thx|ty|great|good|nice|hi|hello|hey|and|so|but|well|alright|right|hold on|wait|before that|one more thing|quick question|also)\b[\s,.!:-]*)+/i;
/** What is asked, without the thanks before it; empty where there are none. */
const withoutManners = (text: string): string => (MANNERS.test(text) ? text.replace(MANNERS, '') : '');
/** "I haven't ordered yet, and I'd be glad to hear what your cancellation policy says": the part that speaks of it. */
const ofPolicy = (text: string): string => {
  const [part = ''] = /(?:[\w'’]+ ){0,4}polic(?:y|ies)\b[^.?!,]{0,30}/i.exec(text) ?? [];
  return part.length < text.length ? part : '';
};
/** All of the message where this is only a part of it. */
const wholeOf = ({ turn, reading }: Scene): string => (turn.text === reading.text ? '' : turn.text);

type Page = Awaited<ReturnType<typeof search>>;

async function search({ tools }: Scene, words: string) {
  if (words.trim() === '') return null;
  const found = await tools.call(searchKnowledge, { question: words.slice(0, 2_000) });
  return found.kind === 'found' ? found : null;
}

/** Something that happened to an item is helped with by a page that a person stands behind. */
const isHelp = (found: Page, intent: Intent): boolean =>
  found !== null && (intent !== 'item_problem' || found.person === 'needed');

const HAPPENED: ReadonlySet<Intent> = new Set<Intent>(['item_problem', 'payment_problem']);

/** Whether it takes a person to go on: something happened to them, and did not just come up as a question. */
export const needsPerson = ({ reading }: Scene, found: Page | undefined): boolean =>
  found?.person === 'needed' && HAPPENED.has(reading.intent) && !isMereQuestion(reading.text);

/** "any charges?" tells of nothing that happened. */
const isMereQuestion = (text: string): boolean =>
  text.trim().endsWith('?') && text.trim().split(/\s+/).length <= LONGEST_MERE && !TELLS_OF_SOMETHING.test(text);
const LONGEST_MERE = 4;
const TELLS_OF_SOMETHING = /\b(?:i|me|my|mine|we|us|our|was|were|been|got|came|twice|double|wrong|broken|missing)\b/i;
