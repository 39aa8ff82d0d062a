import type { z } from 'zod';
import type { StaffPrincipal } from '../../tools/principal.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** An event of an event handler has nobody's role for granted. */
export type EventHandling = Omit<Handling, 'staff' | 'reply' | 'replace' | 'call' | 'commands'> & {
  /** Who caused it, and what they may do; null for who has no role. */
  readonly member: { readonly staff: StaffPrincipal; readonly call: Handling['call'] } | null;
};

/** What happens when Slack tells of an event, a file in events/. Events of the desk's own doing do not come here. */
export interface SlackEvent<Event extends z.ZodType = z.ZodType> {
  /** Slack's name of it, such as app_home_opened. */
  readonly type: string;
  /** What to subscribe to for it, where that is called otherwise, such as message.channels. */
  readonly subscribesTo?: readonly string[];
  /** What Slack wants the app to be granted for it. */
  readonly scopes: readonly string[];
  /** Reads the event. One that it cannot read is none of this handler's. */
  readonly event: Event;
  run(event: z.infer<Event>, handling: EventHandling): Promise<readonly Post[]>;
}

export const defineEvent = <Event extends z.ZodType>(event: SlackEvent<Event>): SlackEvent<Event> => event;
