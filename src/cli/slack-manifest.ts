import { loadHandlers } from '../channels/slack/handlers.js';
import { manifest } from '../channels/slack/manifest.js';

/** The Slack app's manifest, made of the commands, shortcuts and events there are. */
export async function printManifest({ url }: { url?: string }): Promise<void> {
  process.stdout.write(`${JSON.stringify(manifest(await loadHandlers(), url ?? null), null, 2)}\n`);
}
