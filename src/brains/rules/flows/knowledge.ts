import type { z } from 'zod';
import { requestPerson } from '../../../tools/request-person.js';
import { searchKnowledge } from '../../../tools/search-knowledge.js';
import { call, defineFlow, resultsOf, type Scene, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { linesMeant } from '../line-groups.js';
import { knownOrder } from '../needs/known-order.js';
import { needsPerson, page } from '../needs/page.js';
import { asksOfPolicy } from '../situation-signs.js';
import { personRequest, personTold } from './person.js';

/**
 * "how does cancelling work?", "I want to send it back", "it came broken", "charged twice": what the shop's own pages say,
 * cited, with how the order stands where that answers it. What only a person can do goes to one.
 */
export default defineFlow({
  name: 'knowledge',
  intents: ['policy_question', 'payment_problem', 'return_exchange', 'item_problem'],
  hears: asksOfPolicy,
  needs: [knownOrder, page],
  steps: [
    say((scene) => {
      const open = stillToCome(scene);
      if (open.length === 0) return [];
      const orderNumber = scene.slots.orderNumber ?? '';
      return [tell('still-to-come', { orderNumber, lines: open }, ['When will it ship?', 'Talk to a person'])];
    }),
    call(requestPerson, (scene) => (needsPerson(scene, pageFound(scene)) ? [personRequest(scene)] : [])),
    say((scene) => {
      const found = pageFound(scene);
      if (!found) return [tell('no-page', {}, ['Talk to a person'])];
      const [asked] = [
        ...resultsOf(scene, requestPerson, 'requested'),
        ...resultsOf(scene, requestPerson, 'already_requested'),
      ];
      const answer = tell('page-says', found, asked ? [] : nextOf(found));
      return asked ? [answer, ...personTold(asked)] : [answer];
    }),
  ],
});

type Page = Extract<z.infer<typeof searchKnowledge.output>, { kind: 'found' }>;

const pageFound = (scene: Scene): Page | undefined => resultsOf(scene, searchKnowledge, 'found').at(-1);

const nextOf = ({ next, person }: Page): string[] => [
  ...next.flatMap((intent) => INTENT_TITLES[intent] ?? []),
  ...(person === 'none' ? [] : ['Talk to a person']),
];

/** "only half of it came", "the lens is missing" */
const LACKS =
  /\b(?:missing|(?:only|just) (?:got|received|came|one|half|part|some)|rest of|not in the (?:box|parcel|package)|half (?:of )?my)\b/i;
const OPEN: ReadonlySet<string> = new Set(['placed', 'allocated', 'backordered', 'part_shipped']);

/** What of a known order has not left yet, where somebody misses something of it. */
function stillToCome(scene: Scene) {
  const { intent, text } = scene.reading;
  if (intent !== 'item_problem' || !LACKS.test(text)) return [];
  return linesMeant(scene).filter(({ lineState }) => OPEN.has(lineState));
}
