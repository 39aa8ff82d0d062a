import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where in Slack something was done: the channel, the message that bears the button, the thread it stands in. */
export const Place = z.object({ channel: z.string(), message: z.string().nullable(), thread: z.string().nullable() });
export type Place = z.infer<typeof Place>;

/** The answers of a modal, by the name of their input. */
const Values = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]));
export type Values = z.infer<typeof Values>;

const From = {
  userId: z.string(),
  /** Good for opening one modal within three seconds. */
  triggerId: z.string(),
  /** Good for five answers within half an hour. */
  responseUrl: z.string().nullable(),
  place: Place.nullable(),
};

/** What somebody did in Slack, as the desk keeps it: no more of it than the answer needs. */
export const Arrival = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...From, command: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('action'),
    ...From,
    actionId: z.string(),
    /** The button's value or what was chosen. */
    value: z.string().nullable(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('view'),
    ...From,
    viewId: z.string(),
    /** What the modal was opened with. */
    kept: z.string(),
    values: Values,
  }),
  z.object({
    kind: z.literal('shortcut'),
    ...From,
    shortcutId: z.string(),
    /** The message it was called on; null for one that was called from anywhere. */
    message: z.looseObject({ ts: z.string(), text: z.string().optional(), user: z.string().optional() }).nullable(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('event'),
    eventId: z.string(),
    userId: z.string().nullable(),
    /** Said or done by this desk itself. */
    isOwn: z.boolean(),
    event: z.looseObject({ type: z.string() }),
  }),
]);
export type Arrival = z.infer<typeof Arrival>;
export type Arrived<Kind extends Arrival['kind']> = Extract<Arrival, { kind: Kind }>;
/** What a person did, as against an event, which Slack tells. */
export type Deed = Exclude<Arrival, { kind: 'event' }>;

/** The same for each repetition Slack makes of one thing, and for a replayed request; never for two things. */
export function externalIdOf(arrival: Arrival): string {
  if (arrival.kind === 'event') return arrival.eventId;
  const once = [arrival.kind, arrival.triggerId, arrival.userId, 'at' in arrival ? arrival.at : ''];
  return createHash('sha256').update(once.join('\n')).digest('hex');
}
