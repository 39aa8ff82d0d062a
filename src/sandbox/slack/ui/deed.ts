import { z } from 'zod';
import { Source } from '../callbacks/interactions.js';
import { Knobs } from '../knobs.js';

const Place = { channel: z.string(), ts: z.string() };
const Values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));

/** What a person can do in the page. */
export const Deed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    channel: z.string(),
    text: z.string().max(40_000),
    threadTs: z.string().optional(),
    broadcast: z.boolean().optional(),
    files: z.array(z.string()).max(10).optional(),
  }),
  z.object({
    kind: z.literal('command'),
    channel: z.string(),
    line: z.string().max(12_000),
    threadTs: z.string().optional(),
  }),
  z.object({ kind: z.literal('edit'), ...Place, text: z.string().min(1).max(40_000) }),
  z.object({ kind: z.literal('delete'), ...Place }),
  z.object({ kind: z.literal('dismiss'), ...Place }),
  z.object({ kind: z.literal('react'), ...Place, name: z.string().regex(/^[\w+'-]+$/) }),
  z.object({
    kind: z.literal('press'),
    source: Source,
    blockId: z.string(),
    actionId: z.string(),
    value: z.record(z.string(), z.unknown()),
    values: Values,
  }),
  z.object({
    kind: z.literal('load-options'),
    source: Source,
    blockId: z.string(),
    actionId: z.string(),
    query: z.string().max(300),
  }),
  z.object({ kind: z.literal('submit'), viewId: z.string(), values: Values }),
  z.object({ kind: z.literal('close-view'), which: z.enum(['top', 'all']) }),
  z.object({ kind: z.literal('shortcut'), callbackId: z.string(), message: z.object(Place).optional() }),
  z.object({ kind: z.literal('open-home'), tab: z.enum(['home', 'messages']) }),
  z.object({ kind: z.literal('open-direct'), user: z.string() }),
  z.object({ kind: z.literal('set-knobs'), knobs: Knobs }),
  z.object({ kind: z.literal('send-waiting') }),
  z.object({ kind: z.literal('start-over') }),
]);
export type Deed = z.infer<typeof Deed>;
