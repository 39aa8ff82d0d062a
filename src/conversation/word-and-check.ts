import type { Answer, ToolResult } from '../brains/brain.js';
import { checkReply } from '../grounding/check-reply.js';
import { collectFacts } from '../grounding/facts.js';
import { findForbidden } from '../grounding/find-forbidden.js';
import type { Waiting } from '../store/inbox.js';
import { liveProposal } from '../store/proposals.js';
import { wordingOn } from '../wording/wording-on.js';
import type { ReplyActivity } from './activity.js';
import type { Draft } from './close-turn.js';
import { fillPlaceholders, leftUnfilled } from './fill-placeholders.js';
import { rephraseReplies } from './rephrase-replies.js';
import type { Opening, TurnDependencies } from './take-turn.js';
import { wordReplies } from './word-replies.js';

/** An answer in words that hold, or what the guard found in them. */
export type Checked =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly complaints: readonly string[] };

/** For what no brain has a say in: fixed templates and the gate's. */
export function must(checked: Checked): Draft {
  if (checked.kind === 'draft') return checked.draft;
  // the complaints quote the draft, which may hold personal data
  throw new Error(`A fixed template says what no fact bears (${checked.complaints.length} claims)`);
}

export interface Wanted {
  readonly answer: Answer;
  readonly evidence: readonly ToolResult[];
  /** A model may put what the rules brain says in other words. */
  readonly mayRephrase?: boolean;
}

/** Words an answer, sends it through the channel runtime, and holds every activity that comes back against the facts. */
export async function wordAndCheck(
  deps: TurnDependencies,
  { conversation, event, today, turn: { allowance } }: Opening,
  waiting: Waiting,
  { answer, evidence, mayRephrase = false }: Wanted,
): Promise<Checked> {
  const { sql, policy, wording, dispatch, neverSaid, rephrase } = deps;
  const asks = answer.says.some((say) => say.kind === 'recap');
  const proposal = asks ? await liveProposal(sql, conversation.id) : null;
  const results = proposal
    ? [...evidence, { tool: proposal.tool, input: {}, output: { kind: 'recap', recap: proposal.recap } }]
    : evidence;
  const facts = collectFacts([
    ...results,
    { tool: 'shop', output: { kind: 'policy', name: policy.name, assistantName: policy.assistantName } },
  ]);
  const shopperText = event.kind === 'message' ? event.text : '';
  const says = answer.says.map((say) =>
    say.kind === 'text' ? { ...say, text: fillPlaceholders(say.text, facts, today) } : say,
  );
  const activities = await dispatch(
    { conversationId: conversation.id, channel: conversation.channel, activityId: waiting.externalId, event },
    async () => {
      const replies = wordReplies(says, {
        wording: wordingOn(wording, conversation.channel),
        today,
        results,
        proposal,
      });
      if (!mayRephrase || !rephrase) return replies;
      return rephraseReplies(replies, { rephrase, policy, allowance, facts, neverSaid, shopperText, today });
    },
  );
  const checked = activities.map((activity) => {
    const isOwnWords = templateOf(activity) === null;
    const verdict = checkReply({
      text: activity.text,
      facts,
      shopperText,
      today,
      depth: isOwnWords ? 'words' : 'values',
    });
    const forbidden = isOwnWords ? ownWordFaults(activity.text, neverSaid) : [];
    return {
      activity,
      verdict,
      complaints: [...(verdict.kind === 'ungrounded' ? verdict.complaints : []), ...forbidden],
    };
  });
  const complaints = checked.flatMap((one) => one.complaints);
  if (complaints.length > 0 || activities.length === 0)
    return { kind: 'refused', complaints: complaints.length > 0 ? complaints : ['nothing was said'] };
  const replies = checked.map(({ activity, verdict }) => ({
    activity,
    told: verdict.kind === 'grounded' ? verdict.told : [],
  }));
  const asked = proposal && { index: replies.length - 1, id: proposal.id };
  const { dialogue, summary } = answer;
  return { kind: 'draft', draft: { replies, dialogue, ...(summary && { summary }), ...(asked && { asked }) } };
}

const ownWordFaults = (text: string, neverSaid: TurnDependencies['neverSaid']): readonly string[] => [
  ...findForbidden(text, neverSaid).map(({ words, saying }) => `"${words}" is never said (${saying.name})`),
  ...leftUnfilled(text).map((words) => `"${words}" names no single value of this turn`),
];

const templateOf = ({ channelData }: ReplyActivity): string | null => {
  const template = (channelData as { template?: unknown } | undefined)?.template;
  return typeof template === 'string' ? template : null;
};
