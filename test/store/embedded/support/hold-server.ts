import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Places } from '../../../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../../../src/store/embedded/embedded-server.js';
import { EmbeddedServerError } from '../../../../src/store/embedded/embedded-server-error.js';

/**
 * A process that uses the embedded server until it reads a line: `node hold-server.js '{"folder":…,"places":…}'`.
 * Prints one line of JSON when it has started (or failed), and one when it has stopped.
 */
const { folder, places } = JSON.parse(process.argv[2]!) as { folder: string; places?: Places };
const progress: string[] = [];
try {
  const server = await startEmbeddedServer(
    { folder, durable: true, onProgress: (sentence) => progress.push(sentence) },
    places,
  );
  const { url, dataFolder, joined } = server;
  console.log(JSON.stringify({ kind: 'started', url, dataFolder, joined, progress }));
  const input = createInterface({ input: process.stdin });
  await once(input, 'line');
  input.close();
  console.log(JSON.stringify({ kind: 'stopped', outcome: await server.stop() }));
} catch (error) {
  if (!(error instanceof EmbeddedServerError)) throw error;
  console.log(JSON.stringify({ kind: 'failed', code: error.code, message: error.message }));
}
