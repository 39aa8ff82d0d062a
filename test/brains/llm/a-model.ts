import { type ChatCompletionRequest, isChatCompletionBody, LLMock } from '@copilotkit/aimock';

type ResponseFactory = Extract<Parameters<LLMock['on']>[1], (request: never) => unknown>;
type Response = Awaited<ReturnType<ResponseFactory>>;
/** What the model answers, or what happens instead when it is asked. */
export type Reply = Response | (() => Promise<Response>);

/** A local server that speaks OpenAI's protocol and gives the replies of a script in turn, the last one again and again. */
export async function aModel() {
  const server = new LLMock({ port: 0 });
  let script: readonly Reply[] = [];
  let asked = 0;
  server.on({}, () => {
    const reply = script[Math.min(asked, script.length - 1)];
    asked += 1;
    if (reply === undefined) throw new Error('The script is empty');
    return typeof reply === 'function' ? reply() : reply;
  });
  await server.start();
  const requests = (): ChatCompletionRequest[] =>
    server.getRequests().flatMap(({ body }) => (isChatCompletionBody(body) ? [body] : []));
  return {
    url: `${server.url}/v1`,
    replies(...replies: Reply[]) {
      script = replies;
      asked = 0;
      server.clearRequests();
    },
    requests,
    /** What the model was told by its tools, in the newest request. */
    toolMessages: () =>
      requests()
        .at(-1)
        ?.messages.filter(({ role }) => role === 'tool') ?? [],
    stop: () => server.stop(),
  };
}
export type Model = Awaited<ReturnType<typeof aModel>>;

export const calls = (...toolCalls: readonly (readonly [name: string, input: unknown])[]): Reply => ({
  toolCalls: toolCalls.map(([name, input]) => ({ name, arguments: JSON.stringify(input) })),
});

export const says = (content: string): Reply => ({ content });

export const fails = (status: number): Reply => ({ status, error: { message: 'sk-secret: something inside broke' } });
