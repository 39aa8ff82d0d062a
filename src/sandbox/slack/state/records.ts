import { z } from 'zod';
import { StoredBlock } from '../blocks/blocks.js';
import { ViewContent } from '../blocks/read-view.js';

export const Metadata = z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) });
export type Metadata = z.infer<typeof Metadata>;

/** A message as it stands. `ts` is its name in its channel and orders it. */
export const StoredMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(StoredBlock).optional(),
  threadTs: z.string().optional(),
  /** A reply that stands in the channel too. */
  broadcast: z.boolean().optional(),
  metadata: Metadata.optional(),
  files: z.array(z.string()).optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
  /** The one person who sees it: an ephemeral message. */
  onlyFor: z.string().optional(),
  subtype: z.enum(['channel_join', 'tombstone']).optional(),
  reactions: z.record(z.string(), z.array(z.string())).optional(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;

export const StoredFile = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  mimetype: z.string(),
  size: z.int(),
  user: z.string(),
  created: z.int(),
});
export type StoredFile = z.infer<typeof StoredFile>;

export const Home = z.object({ id: z.string(), hash: z.string(), content: ViewContent });
export type Home = z.infer<typeof Home>;

export const ResponseUrl = z.object({
  id: z.string(),
  channel: z.string(),
  user: z.string(),
  /** The message it was given for, if it was one. */
  messageTs: z.string().optional(),
  threadTs: z.string().optional(),
  expiresAt: z.int(),
  uses: z.int(),
});
export type ResponseUrl = z.infer<typeof ResponseUrl>;

export const WaitingEvent = z.object({ eventId: z.string(), body: z.string(), since: z.int() });
export type WaitingEvent = z.infer<typeof WaitingEvent>;

/** What can happen in the workspace. The ledger is a list of these; the state is what they add up to. */
export const LedgerRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), message: StoredMessage }),
  z.object({ kind: z.literal('changed'), before: StoredMessage, message: StoredMessage }),
  z.object({ kind: z.literal('deleted'), message: StoredMessage }),
  z.object({ kind: z.literal('reacted'), channel: z.string(), ts: z.string(), user: z.string(), name: z.string() }),
  z.object({ kind: z.literal('file'), file: StoredFile }),
  z.object({ kind: z.literal('home'), user: z.string(), home: Home }),
  z.object({
    kind: z.literal('conversation'),
    id: z.string(),
    form: z.enum(['im', 'mpim']),
    members: z.array(z.string()),
  }),
  z.object({ kind: z.literal('joined'), channel: z.string(), user: z.string() }),
  z.object({ kind: z.literal('response-url'), url: ResponseUrl }),
  z.object({ kind: z.literal('response-url-used'), id: z.string() }),
  z.object({ kind: z.literal('event'), event: WaitingEvent }),
  z.object({ kind: z.literal('event-settled'), eventId: z.string() }),
]);
export type LedgerRecord = z.infer<typeof LedgerRecord>;
