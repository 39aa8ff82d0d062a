import { z } from 'zod';
import { type Verdict, verdictOf } from '../domain/conversations/resolution.js';
import { addToInstant, dateIn, Instant, LocalDate } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { type HeardConversation, heardConversations } from '../store/conversation-insight.js';
import { defineTool, type ToolContext } from './define-tool.js';

const Counts = {
  conversations: z.int(),
  /** What was asked for was done, or a told date came true. */
  resolved: z.int(),
  resolvedByPerson: z.int(),
  unresolved: z.int(),
  /** Nothing that happened says it yet. */
  notKnownYet: z.int(),
};

/** How conversations of a span went. */
export const InsightFacts = z.object({
  total: z.object({
    ...Counts,
    messages: z.int(),
    /** Messages that were not understood. */
    misses: z.int(),
    handOffs: z.int(),
    /** Told dates that fell due and did not come true. */
    wrongDates: z.int(),
    ratedHelpful: z.int(),
    ratedNotHelpful: z.int(),
  }),
  /** Per day and brain, the earliest day first. */
  days: z.array(
    z.object({
      onDay: LocalDate,
      /** Null: only questions put before were answered. */
      brain: z.string().nullable(),
      ...Counts,
      misses: z.int(),
      handOffs: z.int(),
      wrongDates: z.int(),
    }),
  ),
  /** By the first wish that was understood, the most frequent first; null: none was. */
  reasons: z.array(z.object({ wish: z.string().nullable(), ...Counts })),
  /** Why a person was asked for, the most frequent first. */
  handOffCauses: z.array(z.object({ reason: z.string(), conversations: z.int() })),
});
export type InsightFacts = z.infer<typeof InsightFacts>;

/**
 * How the conversations of a span went: whether they were resolved by what happened (docs/insight.md), what they were
 * about, why people were asked for, what was told and did not come true.
 */
export const getConversationInsight = defineTool({
  name: 'get_conversation_insight',
  effect: 'read',
  audience: ['lead', 'manager', 'system'],
  description: 'Tell how the conversations of the last days went, by what happened and not by silence.',
  input: z.object({ since: Instant.optional(), days: z.int().min(1).max(92).default(7) }),
  output: InsightFacts.extend({ kind: z.literal('read') }),
  authorize: () => true,
  async run({ since, days }, context) {
    return {
      kind: 'read' as const,
      ...(await insightSince(since ?? addToInstant(context.now, { hours: -24 * days }), context)),
    };
  },
});

/** The same for other tools. */
export async function insightSince(since: Instant, { sql, now, policy }: ToolContext): Promise<InsightFacts> {
  const today = dateIn(policy.zone, now);
  const all = await heardConversations(sql, { since, until: now, today, zone: policy.zone });
  return {
    total: {
      ...countsOf(all),
      messages: sum(all, ({ messages }) => messages),
      misses: sum(all, ({ misses }) => misses),
      handOffs: all.filter(wasHandedOff).length,
      wrongDates: sum(all, ({ datesBroken }) => datesBroken),
      ratedHelpful: all.filter(({ helped }) => helped === true).length,
      ratedNotHelpful: all.filter(({ helped }) => helped === false).length,
    },
    days: [...groupBy(all, ({ onDay, brain }) => `${onDay} ${brain ?? ''}`)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => ({
        onDay: LocalDate.parse(own[0]?.onDay),
        brain: own[0]?.brain ?? null,
        ...countsOf(own),
        misses: sum(own, ({ misses }) => misses),
        handOffs: own.filter(wasHandedOff).length,
        wrongDates: sum(own, ({ datesBroken }) => datesBroken),
      })),
    reasons: [...groupBy(all, ({ wish }) => wish ?? '')]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([wish, own]) => ({ wish: wish === '' ? null : wish, ...countsOf(own) })),
    handOffCauses: [...groupBy(all.filter(wasHandedOff), ({ handOffReason }) => handOffReason ?? '')]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([reason, own]) => ({ reason, conversations: own.length })),
  };
}

const wasHandedOff = ({ handOffReason }: HeardConversation): boolean => handOffReason !== null;

function countsOf(conversations: readonly HeardConversation[]) {
  const verdicts = conversations.map(verdictOf);
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  return {
    conversations: conversations.length,
    resolved: count('resolved'),
    resolvedByPerson: count('resolved_by_person'),
    unresolved: count('unresolved'),
    notKnownYet: count('not_known_yet'),
  };
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
