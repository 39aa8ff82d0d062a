import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

export interface OtherShop {
  readonly origin: string;
}

/** A page of another origin that has pasted the launcher of the desk at `deskUrl()` into itself. Until the test ends. */
export async function anotherShop(
  deskUrl: () => string,
  { attributes = '', headers = {} }: { attributes?: string; headers?: Record<string, string> } = {},
): Promise<OtherShop> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.end(`<!doctype html><html lang="en"><title>Another shop</title><h1>Another shop</h1>
      <script src="${deskUrl()}/chat/launcher.js" ${attributes} async></script></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The other shop has no port');
  // localhost beside the desk's 127.0.0.1: another site, not only another port
  return { origin: `http://localhost:${address.port}` };
}
