import { describe, expect, it } from 'vitest';
import { rephraseReplies } from '../../src/conversation/rephrase-replies.js';
import { localDate } from '../../src/domain/kernel/dates.js';
import { collectFacts } from '../../src/grounding/facts.js';
import { loadShopPolicy } from '../../src/knowledge/shop-policy.js';
import { loadWording } from '../../src/wording/render.js';

const today = localDate('2026-11-23');
const policy = loadShopPolicy();
const eta = {
  ...{ kind: 'estimated', orderLineId: '1042-2', lineName: '50 mm lens', reason: 'on_time' },
  ...{
    likelyOn: '2026-12-04',
    cautiousOn: '2026-12-11',
    arrivesLikelyOn: '2026-12-08',
    arrivesCautiousOn: '2026-12-16',
  },
};
const facts = collectFacts([{ tool: 'get_line_eta', output: eta }]);
const wording = loadWording('templates/shopper/en');
const original = wording.say('line-eta', { todayOn: today, waiting: [{ ...eta, quantity: 1 }], undated: [] });

/** What goes out when a model puts the message in these words. */
async function sent(words: string | null, template = 'line-eta', text = original): Promise<string | undefined> {
  const [reply] = await rephraseReplies([{ text, quickReplies: [], template }], {
    ...{ policy, facts, neverSaid: [], shopperText: 'when will it ship?', today },
    rephrase: async () => words,
    allowance: { isLeft: async () => true, spend: async () => {} },
  });
  return reply?.text;
}

const WARMER =
  'I looked it up for you: the 50 mm lens will likely ship on Fri, Dec 4; to be on the safe side, count on Fri, Dec 11. ' +
  'It should then be with you around Tue, Dec 8, or Wed, Dec 16 if things go slowly. ' +
  "These are estimates from our supplier's delivery, not a promise.";

describe('a message of the rules brain in a model’s words', () => {
  it('goes out when it says the same', async () => expect(await sent(WARMER)).toBe(WARMER));

  it.each<[string, string | null]>([
    ['there are none', null],
    ['they are empty', ''],
    ['a date is another', WARMER.replace('Dec 11', 'Dec 12')],
    ['a date is missing', WARMER.replace(', or Wed, Dec 16 if things go slowly', '')],
    [
      'two dates are exchanged',
      WARMER.replace('Dec 4', 'Dec 99').replace('Fri, Dec 11', 'Fri, Dec 4').replace('Dec 99', 'Dec 11'),
    ],
    ['an amount is added', `${WARMER} You get $20.00 back.`],
    ['a deed is added', `${WARMER} I've asked our team to look at it.`],
    ['the name is gone', WARMER.replace('the 50 mm lens', 'it')],
    ['the estimate became a promise', WARMER.replace(', not a promise', '')],
    ['a question is added', `${WARMER} Shall I cancel it?`],
    ['an apology is added', `I am so sorry! ${WARMER}`],
    ['they go on and on', `${WARMER} ${'We love our customers. '.repeat(20)}`],
  ])('goes out as it was when %s', async (_what, words) => expect(await sent(words)).toBe(original));

  it('is not asked for what the law wants told, wherever it stands', async () => {
    const notice = `${original} Our notice waits for your answer: without one, we take it that you are content to wait.`;
    expect(await sent(notice.replace('These are', 'Mind you, these are'), 'line-eta', notice)).toBe(notice);
  });

  it('is not asked for where the shop does not let it be', async () => {
    expect(await sent(WARMER, 'recap/cancel_line')).toBe(original);
    const never = policy.languageModel.rephrases.filter((name) => /\/|opted|legal|rule|bot|person|identity/.test(name));
    expect(never).toEqual([]);
    expect(policy.languageModel.rephrases.filter((name) => !wording.has(name))).toEqual([]);
  });
});
