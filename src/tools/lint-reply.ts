import { z } from 'zod';
import type { LocalDate } from '../domain/kernel/dates.js';
import { type Told, weighClaims } from '../grounding/check-reply.js';
import type { Claim } from '../grounding/claim.js';
import { collectFacts } from '../grounding/facts.js';
import { findForbidden } from '../grounding/find-forbidden.js';
import type { ReplyPolicy } from '../knowledge/reply-policy.js';

/** Something in a reply that must not go out (`stop`), or only on purpose (`think`). */
export const Finding = z.object({
  /** The name of a rule in knowledge/policy/replies.yaml, or `unborne-date`, -amount, -code, -number. */
  rule: z.string(),
  severity: z.enum(['stop', 'think']),
  /** As they stand in the text. */
  words: z.string(),
  why: z.string(),
  sayInstead: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** A date, amount or code in a reply and the fact that bears it. */
export const ToldFact = z.object({
  text: z.string(),
  kind: z.enum(['date', 'amount', 'code']),
  fact: z.string(),
  value: z.unknown(),
  orderLineId: z.string().nullable(),
});
export type ToldFact = z.infer<typeof ToldFact>;

/** Holds a reply against what the shop never says and against the facts of its order. `findings`: what must stop it first. */
export function lintReply({
  text,
  facts,
  customerWords,
  today,
  replies: { forbidden, unborne },
}: {
  text: string;
  /** All that may be told; see replyFacts. */
  facts: unknown;
  /** Numbers and codes may be repeated from them. */
  customerWords: string;
  today: LocalDate;
  replies: Pick<ReplyPolicy, 'forbidden' | 'unborne'>;
}): { findings: Finding[]; told: ToldFact[] } {
  const borne = collectFacts([{ tool: 'get_order_case', output: facts }]);
  const weighed = weighClaims({ text, facts: borne, shopperText: customerWords, today });
  const said = findForbidden(text, forbidden).map(
    ({ saying: { name, severity, why, sayInstead }, words }): Finding => ({
      rule: name,
      severity,
      words,
      why,
      sayInstead,
    }),
  );
  const unfounded = weighed.unborne.map((claim): Finding => {
    const kind = UNBORNE[claim.kind];
    return { rule: `unborne-${kind}`, severity: 'stop', words: claim.text, ...unborne[kind] };
  });
  const findings = [...said, ...unfounded];
  return {
    findings: [
      ...findings.filter(({ severity }) => severity === 'stop'),
      ...findings.filter(({ severity }) => severity === 'think'),
    ],
    told: distinct(weighed.told.flatMap(toldFact)),
  };
}

const UNBORNE: Readonly<Record<Claim['kind'], 'date' | 'amount' | 'code' | 'number'>> = {
  date: 'date',
  weekday: 'date',
  day_of_month: 'date',
  month: 'date',
  relative: 'date',
  money: 'amount',
  percent: 'amount',
  odds: 'number',
  code: 'code',
  number: 'number',
};

/** What a reply says twice is told once. */
const distinct = (told: readonly ToldFact[]): ToldFact[] => [
  ...new Map(told.map((one) => [`${one.text} ${one.fact} ${one.orderLineId}`, one])).values(),
];

/** One row for what was told; of several facts that bear it, the first. */
function toldFact({ kind, text, facts }: Told): ToldFact[] {
  const [fact] = facts;
  return fact ? [{ text: text.trim(), kind, fact: fact.name, value: fact.value, orderLineId: fact.orderLineId }] : [];
}
