import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { ownerOf } from '../store/customers.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import {
  NOT_REACHABLE,
  NotPossible,
  orderAskedAbout,
  prepareQuestion,
  QuestionWords,
  reachedBy,
  TeamAsk,
} from './team-question.js';

const About = z.object({ orderNumber: OrderNumber, customerName: z.string(), words: QuestionWords });

/** What a shopper would be asked in their chat, word for word, before it is sent. */
export const previewQuestion = defineTool({
  name: 'preview_question',
  effect: 'read',
  audience: STAFF,
  description: 'Look at a question to the customer of one order as they would see it. Sends nothing.',
  input: TeamAsk,
  output: z.discriminatedUnion('kind', [
    About.extend({ kind: z.literal('ready'), channel: z.string(), answerBy: Instant }),
    /** They cannot answer in a chat as themselves; the words can be used elsewhere. */
    About.extend({ kind: z.literal('not_reachable'), because: z.enum(NOT_REACHABLE) }),
    NotPossible,
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run(ask, context) {
    const { sql } = context;
    const orderNumber = orderAskedAbout(ask);
    const owner = await ownerOf(sql, orderNumber);
    if (!owner) return { kind: 'not_found' as const };
    if (!('begin' in sql)) throw new Error('preview_question reads on the pool');
    const reached = await reachedBy(owner.customerId, context);
    const prepare = (shopper: Parameters<typeof prepareQuestion>[1]) =>
      sql.begin((tx) => prepareQuestion(ask, shopper, { ...context, sql: tx }));
    const theirs = reached.kind === 'reachable' ? await prepare(reached.shopper) : null;
    // the words are the same whoever reads them
    const prepared = !theirs || theirs.kind === 'not_reachable' ? await prepare(null) : theirs;
    if (prepared.kind === 'not_possible') return prepared;
    if (prepared.kind === 'not_reachable') return { kind: 'not_found' as const };
    const about = { orderNumber, customerName: owner.name, words: prepared.words };
    if (reached.kind === 'not_reachable') return { ...about, ...reached };
    if (prepared !== theirs) return { ...about, kind: 'not_reachable' as const, because: 'not_shown' as const };
    return { ...about, kind: 'ready' as const, channel: reached.channel, answerBy: reached.answerBy };
  },
});
