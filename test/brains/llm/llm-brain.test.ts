import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Brain, BrainTurn, Toolbelt } from '../../../src/brains/brain.js';
import { createLlmBrain } from '../../../src/brains/llm/llm-brain.js';
import { rosterFor } from '../../../src/tools/roster.js';
import { loadWording } from '../../../src/wording/render.js';
import { aModel, calls, type Model, says } from './a-model.js';
import { aToolbelt, aTurn, etaEstimated, orderFound } from './a-turn.js';

describe('the language-model brain', () => {
  let model: Model;
  let brain: Brain;
  const answer = (tools: Toolbelt = aToolbelt(), turn: Partial<BrainTurn> = {}) => brain.answer(aTurn(turn), tools);

  beforeAll(async () => {
    model = await aModel();
    brain = createLlmBrain({
      apiKey: 'key',
      baseUrl: model.url,
      model: 'a-model',
      budget: { turnMilliseconds: 10_000, modelCalls: 4, rephraseMilliseconds: 10_000 },
      wording: loadWording('prompts'),
    });
  });
  afterAll(() => model.stop());

  it('says what the model says and hands the dialogue on untouched', async () => {
    model.replies(says(' Hello! How can I help? '));
    expect(await answer(aToolbelt(), { dialogue: { flow: 'cancel_line' } })).toEqual({
      says: [{ kind: 'text', text: 'Hello! How can I help?' }],
      dialogue: { flow: 'cancel_line' },
    });
  });

  it('keeps the lines of a text and drops hidden characters', async () => {
    model.replies(says('Desk Lamp: Fri, Dec 4\nDesk\u202e Mat: Fri, Dec 11'));
    expect((await answer()).says).toEqual([{ kind: 'text', text: 'Desk Lamp: Fri, Dec 4\nDesk Mat: Fri, Dec 11' }]);
  });

  it('offers exactly the shopper’s roster, each tool with the arguments of its own definition', async () => {
    model.replies(says('Hello!'));
    await answer();
    expect(model.requests()[0]?.tools?.map((tool) => tool.function)).toEqual(
      rosterFor('shopper').map(({ name, description, input }) => ({
        name,
        description,
        parameters: z.toJSONSchema(input),
      })),
    );
  });

  it('tells the model the day, who it is, whether the customer is known, and the conversation so far', async () => {
    model.replies(says('Hello!'));
    const asked: number[] = [];
    await answer(aToolbelt(), {
      text: 'and the other one?',
      identified: false,
      history: async (most) => {
        asked.push(most);
        return [
          { seq: 1, author: 'shopper', text: 'hi' },
          { seq: 2, author: 'assistant', text: 'Hello.' },
          { seq: 3, author: 'person', text: 'Mia here.' },
        ];
      },
    });
    expect(asked).toEqual([40]);
    const [system, ...rest] = model.requests()[0]?.messages ?? [];
    expect(system?.content).toContain('Today is Mon, Nov 23.');
    expect(system?.content).toContain('automated assistant of the online shop TechGadgets4U');
    expect(system?.content).toContain('has not identified themselves yet');
    expect(system?.content).not.toContain('refused');
    expect(rest.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'hi'],
      ['assistant', 'Hello.'],
      ['assistant', '(A person from the team wrote:) Mia here.'],
      ['user', 'and the other one?'],
    ]);
  });

  it('tells the model why its last draft was refused', async () => {
    model.replies(says('It ships on Fri, Dec 4.'));
    await answer(aToolbelt(), { complaints: ['“Dec 9” is in no result'] });
    expect(model.requests()[0]?.messages[0]?.content).toContain('- “Dec 9” is in no result');
  });

  it('calls a tool, gives the model its result in the customer’s words, and shows the card of the one order read', async () => {
    model.replies(calls(['get_order_status', { orderNumber: '1042' }]), says('Your lamp still waits.'));
    const tools = aToolbelt({ get_order_status: orderFound });
    expect(await answer(tools)).toMatchObject({
      says: [{ kind: 'text', text: 'Your lamp still waits.', cardOf: '1042' }],
    });
    expect(tools.results).toMatchObject([{ tool: 'get_order_status', input: { orderNumber: '1042' } }]);
    const [told] = model.toolMessages().map(({ content }) => String(content));
    // between marks that only the orders name
    const [mark] = /result-[\w-]+/.exec(String(model.requests()[0]?.messages[0]?.content)) ?? [];
    expect(told).toMatch(new RegExp(`^<${mark}>\\n.*\\n</${mark}>$`));
    expect([JSON.parse(told?.split('\n')[1] ?? '')]).toEqual([
      {
        kind: 'found',
        orderNumber: '1042',
        placedOn: 'Tue, Nov 3',
        paid: '$1,204.50',
        lines: [{ orderLineId: '1042-1', lineName: 'Desk Lamp', lineState: 'backordered' }],
      },
    ]);
  });

  it('shows no card when two orders were read', async () => {
    model.replies(
      calls(['get_order_status', { orderNumber: '1042' }], ['get_order_status', { orderNumber: '1043' }]),
      says('Both wait.'),
    );
    expect((await answer(aToolbelt({ get_order_status: orderFound }))).says).toEqual([
      { kind: 'text', text: 'Both wait.' },
    ]);
  });

  it('runs the tools of one reply one after another, in the order asked', async () => {
    model.replies(
      calls(
        ['identify_shopper', { orderNumber: '1042', factor: { kind: 'email', value: 'ana@example.com' } }],
        ['get_line_eta', { orderLineId: '1042-1' }],
      ),
      says('Fri, Dec 4, or to be safe Fri, Dec 11.'),
    );
    const events: string[] = [];
    await answer(
      aToolbelt({
        identify_shopper: async () => {
          events.push('identifying');
          await new Promise(setImmediate);
          events.push('identified');
          return { kind: 'identified' };
        },
        get_line_eta: (input) => {
          events.push('estimating');
          return etaEstimated(input);
        },
      }),
    );
    expect(events).toEqual(['identifying', 'identified', 'estimating']);
    expect(model.toolMessages().at(1)?.content).toContain('"likelyOn":"Fri, Dec 4","cautiousOn":"Fri, Dec 11"');
  });

  it('ends with the recap when something was proposed, and keeps the recap from the model', async () => {
    model.replies(calls(['cancel_line', { orderLineId: '1042-1' }]), says('Please check the summary below.'));
    const tools = aToolbelt({
      cancel_line: () => ({ kind: 'proposed', recap: { refundAmount: { cents: 2499, currency: 'USD' } } }),
    });
    expect((await answer(tools)).says).toEqual([
      { kind: 'text', text: 'Please check the summary below.' },
      { kind: 'recap' },
    ]);
    expect(model.toolMessages().map(({ content }) => String(content).split('\n')[1])).toEqual(['{"kind":"proposed"}']);
  });

  it('shows a proposal of the first try under the second draft, which need not propose again', async () => {
    const tools = aToolbelt({ cancel_line: () => ({ kind: 'proposed', recap: {} }) });
    model.replies(calls(['cancel_line', { orderLineId: '1042-1' }]), says('It is cancelled.'));
    await answer(tools);
    model.replies(says('Please check the summary below.'));
    expect((await answer(tools, { complaints: ['nothing was cancelled'] })).says.at(-1)).toEqual({ kind: 'recap' });
  });

  it('tells the model no more than “denied” about another’s order', async () => {
    model.replies(calls(['get_order_status', { orderNumber: '9999' }]), says('I cannot find such an order.'));
    expect((await answer(aToolbelt({ get_order_status: () => ({ kind: 'denied' }) }))).says).toEqual([
      { kind: 'text', text: 'I cannot find such an order.' },
    ]);
    expect(model.toolMessages().map(({ content }) => String(content).split('\n')[1])).toEqual(['{"kind":"denied"}']);
  });

  it('turns down a tool that is not on the roster, confirming included, and goes on', async () => {
    model.replies(calls(['confirm_proposal', { id: 1 }]), says('Please use the button.'));
    const tools = aToolbelt();
    expect((await answer(tools)).says).toEqual([{ kind: 'text', text: 'Please use the button.' }]);
    expect(tools.results).toEqual([]);
    expect(model.toolMessages().map(({ content }) => content)).toEqual([
      'There is no such tool. Use only the tools you were given.',
    ]);
  });

  it('tells the model what is wrong with its arguments, calls nothing, and lets it correct them', async () => {
    model.replies(
      calls(['get_order_status', { orderNumber: '#1042', owner: 'ben@example.com' }]),
      calls(['get_order_status', { orderNumber: '1042' }]),
      says('Your lamp still waits.'),
    );
    const tools = aToolbelt({ get_order_status: orderFound });
    expect((await answer(tools)).says).toMatchObject([{ cardOf: '1042' }]);
    expect(tools.results).toHaveLength(1);
    const [refusal] = model.toolMessages();
    expect(refusal?.content).toMatch(/^Not called, the arguments are wrong: ✖ not a valid order number/);
    expect(refusal?.content).not.toMatch(/#1042|ben@example|\bat .*\.(js|ts):/);
  });

  it('hides a broken tool’s error from the model', async () => {
    model.replies(calls(['get_line_eta', { orderLineId: '1042-1' }]), says('I cannot look that up right now.'));
    const broken = () => {
      throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
    };
    expect((await answer(aToolbelt({ get_line_eta: broken }))).says).toHaveLength(1);
    expect(model.toolMessages().map(({ content }) => content)).toEqual([
      expect.stringMatching(/^This tool does not work just now\./),
    ]);
    expect(JSON.stringify(model.requests())).not.toContain('ECONNREFUSED');
  });

  it('keeps replies apart on a server that repeats its ids', async () => {
    const sameIds = (name: string, input: unknown) => ({
      id: 'chatcmpl-1',
      toolCalls: [{ id: 'call_0', name, arguments: JSON.stringify(input) }],
    });
    model.replies(
      sameIds('get_order_status', { orderNumber: '1042' }),
      sameIds('get_line_eta', { orderLineId: '1042-1' }),
      { id: 'chatcmpl-1', content: 'Fri, Dec 4, or to be safe Fri, Dec 11.' },
    );
    const tools = aToolbelt({ get_order_status: orderFound, get_line_eta: etaEstimated });
    expect((await answer(tools)).says).toMatchObject([{ text: 'Fri, Dec 4, or to be safe Fri, Dec 11.' }]);
    expect(
      model
        .requests()
        .at(-1)
        ?.messages.map(({ role }) => role),
    ).toEqual(['system', 'user', 'assistant', 'tool', 'assistant', 'tool']);
  });

  describe('in a long conversation', () => {
    const lines = Array.from({ length: 30 }, (_, at) => ({
      seq: at + 1,
      author: 'shopper' as const,
      text: `line ${at + 1}`,
    }));

    it('is shown the newest lines, and notes down those before them', async () => {
      model.replies(says('They ask about a lamp.'));
      const { summary } = await answer(aToolbelt(), { history: async () => lines });
      expect(summary).toEqual({ text: 'They ask about a lamp.', upToSeq: 18 });
      const asked = model.requests().map(({ messages }) => messages.map(({ content }) => String(content)));
      const [noting, answering] = asked.sort((a, b) => a.length - b.length);
      expect(noting?.[1]).toContain('shopper: line 18');
      expect(noting?.[1]).not.toContain('line 19');
      expect(answering).toContain('line 7');
      expect(answering).not.toContain('line 6');
    });

    it('is told the summary instead of the lines it holds', async () => {
      model.replies(says('Hello!'));
      const summary = { text: 'They ask about a lamp.', upToSeq: 25 };
      expect(await answer(aToolbelt(), { history: async () => lines, summary })).not.toHaveProperty('summary');
      const [system, ...rest] = model.requests()[0]?.messages ?? [];
      expect(system?.content).toContain('They ask about a lamp.');
      expect(rest).toHaveLength(6);
    });
  });

  it('writes down what each request took, as the server counts it', async () => {
    model.replies(calls(['get_order_status', { orderNumber: '1042' }]), says('It waits.'));
    const spent: number[] = [];
    const allowance = {
      isLeft: async () => true,
      spend: async (tokens: { inputTokens: number }) => void spent.push(tokens.inputTokens),
    };
    await answer(aToolbelt({ get_order_status: orderFound }), { allowance });
    expect(spent).toHaveLength(2);
    expect(Math.min(...spent)).toBeGreaterThan(0);
  });

  it('is not asked once its share is spent', async () => {
    model.replies(says('Hello!'));
    const allowance = { isLeft: async () => false, spend: async () => {} };
    await expect(answer(aToolbelt(), { allowance })).rejects.toMatchObject({ code: 'spent' });
    expect(model.requests()).toEqual([]);
  });
});
