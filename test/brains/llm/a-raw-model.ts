import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request: writes whatever it likes, or nothing. */
export type Behaviour = (response: ServerResponse) => void;

/** A server at the place of a model that behaves as a script says, request by request, the last one again and again. */
export async function aRawModel() {
  let script: readonly Behaviour[] = [];
  let flagged: Readonly<Record<string, boolean>> | null = null;
  const asked: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const path = request.url ?? '';
      const at = asked.filter((one) => one.path === path).length;
      asked.push({ path, body });
      if (path.endsWith('/moderations')) return moderated(body, flagged)(response);
      script[Math.min(at, script.length - 1)]?.(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    behaves(...behaviours: Behaviour[]) {
      script = behaviours;
      asked.length = 0;
    },
    /** From now on moderation finds these categories in messages that hold the word "flagged". */
    flags(categories: Readonly<Record<string, boolean>> | null) {
      flagged = categories;
    },
    /** What was sent to the model itself. */
    shown: () => asked.filter(({ path }) => path.endsWith('/completions')).map(({ body }) => body),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const json =
  (body: unknown, status = 200): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** A completion with always the same id, as some servers send them. */
export const completes = (message: object, finish = 'stop'): Behaviour =>
  json({
    id: 'chatcmpl-always-the-same',
    object: 'chat.completion',
    created: 1,
    model: 'a-model',
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content: null, ...message } }],
  });

export const writes = (content: string): Behaviour => completes({ content });

/** Calls of tools, all with the same id; arguments as they are. */
export const callsRaw = (...calls: readonly (readonly [name: string, args: string])[]): Behaviour =>
  completes(
    {
      tool_calls: calls.map(([name, args]) => ({
        id: 'call-1',
        type: 'function',
        function: { name, arguments: args },
      })),
    },
    'tool_calls',
  );

function moderated(body: string, flagged: Readonly<Record<string, boolean>> | null): Behaviour {
  const { input } = JSON.parse(body) as { input: string[] };
  const results = input.map((text) => {
    const isFlagged = flagged !== null && text.includes('flagged');
    return { flagged: isFlagged, categories: isFlagged ? flagged : {}, category_scores: {} };
  });
  return json({ id: 'modr-1', model: 'a-moderation', results });
}
