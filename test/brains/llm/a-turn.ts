import type { BrainTurn, Toolbelt, ToolResult } from '../../../src/brains/brain.js';
import { instant, localDate } from '../../../src/domain/kernel/dates.js';
import { loadShopPolicy } from '../../../src/knowledge/shop-policy.js';

const policy = loadShopPolicy();

export const aTurn = (changes: Partial<BrainTurn> = {}): BrainTurn => ({
  text: 'wheres my oder 1042',
  dialogue: {},
  identified: true,
  now: instant('2026-11-23T15:00:00Z'),
  today: localDate('2026-11-23'),
  policy,
  history: async () => [],
  summary: null,
  allowance: { isLeft: async () => true, spend: async () => {} },
  complaints: [],
  channel: 'web',
  isAsked: false,
  ...changes,
});

type Answers = Readonly<Record<string, (input: never) => { kind: string } | Promise<{ kind: string }>>>;

/** Tools as a turn holds them, with answers by tool name. Keeps its results as the real one does. */
export function aToolbelt(answers: Answers = {}): Toolbelt {
  const results: ToolResult[] = [];
  return {
    results,
    async call(tool, input) {
      const answer = answers[tool.name];
      if (!answer) throw new Error(`Nothing was set up for ${tool.name}`);
      const output = await answer(input as never);
      results.push({ tool: tool.name, input, output });
      return output as never;
    },
  };
}

export const orderFound = ({ orderNumber }: { orderNumber: string }) => ({
  kind: 'found',
  orderNumber,
  placedOn: '2026-11-03',
  paid: { cents: 120_450, currency: 'USD' },
  lines: [{ orderLineId: `${orderNumber}-1`, lineName: 'Desk\u202e Lamp', lineState: 'backordered' }],
});

export const etaEstimated = ({ orderLineId }: { orderLineId: string }) => ({
  kind: 'estimated',
  orderLineId,
  likelyOn: '2026-12-04',
  cautiousOn: '2026-12-11',
});
