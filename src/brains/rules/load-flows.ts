import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Intent } from '../../language/intents.js';
import type { Flow } from './flow.js';
import type { Heard } from './situation-signs.js';

export interface Flows {
  byName(name: string): Flow | undefined;
  forIntent(intent: Intent): Flow | undefined;
  /** The flow whose situation a message shows. */
  hearing(message: Heard): Flow | undefined;
}

const FOLDER = new URL('./flows/', import.meta.url);
const FlowModule = z.object({ default: z.looseObject({ name: z.string(), intents: z.array(z.string()) }) });

/** Finds every flow by its folder: a new file in flows/ is a new flow. Throws when two answer the same wish. */
export async function loadFlows(): Promise<Flows> {
  const files = (await readdir(FOLDER)).filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).sort();
  const flows = await Promise.all(
    files.map(async (file) => FlowModule.parse(await import(new URL(file, FOLDER).href)).default as unknown as Flow),
  );
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  const byIntent = new Map<Intent, Flow>();
  for (const flow of flows) {
    for (const intent of flow.intents) {
      const other = byIntent.get(intent);
      if (other) throw new Error(`The flows ${other.name} and ${flow.name} both answer ${intent}`);
      byIntent.set(intent, flow);
    }
  }
  return {
    byName: (name) => byName.get(name),
    forIntent: (intent) => byIntent.get(intent),
    hearing: (message) => flows.find(({ hears }) => hears?.(message)),
  };
}
