import { compileDigest } from '../../../tools/compile-digest.js';
import { optional } from '../arguments/argument.js';
import { oneOf } from '../arguments/ids.js';
import { digestDetails, digestHead } from '../cards/digest-card.js';
import { defineCommand } from '../define-command.js';

/** Slack takes five answers to a command. */
const MOST_ANSWERS = 5;

/** `/backorder digest now`: what the morning's digest would say at this moment; only the caller sees it, and nothing counts as told. */
export default defineCommand({
  name: 'digest',
  usage: 'digest now',
  summary: 'what the daily digest says at this moment',
  roles: ['lead', 'manager'],
  arguments: { when: optional(oneOf(['now'])) },
  async run(_input, { call, reply }) {
    const facts = await call(compileDigest, {});
    return [digestHead(facts), ...digestDetails(facts)].slice(0, MOST_ANSWERS).map((message) => reply(message));
  },
});
