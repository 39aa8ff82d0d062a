import { z } from 'zod';
import { ConversationId } from '../../domain/kernel/ids.js';
import type { Sql } from '../../store/connect.js';

/**
 * What processes tell each other about web conversations. `rows`: the transcript has grown; `typing`: the shop's side
 * is writing; `taken`: the stream `by` now serves the conversation and any older one must close.
 */
const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows'), conversationId: ConversationId }),
  z.object({ kind: z.literal('typing'), conversationId: ConversationId }),
  z.object({ kind: z.literal('taken'), conversationId: ConversationId, by: z.uuid() }),
]);
export type Notice = z.infer<typeof Notice>;

const CHANNEL = 'web_chat';

/** Tells every process, this one too. Everybody hears notices in the same order. One statement for all of them. */
export async function publish(sql: Sql, notices: readonly Notice[]): Promise<void> {
  const texts = notices.map((notice) => JSON.stringify(notice));
  await sql`select pg_notify(${CHANNEL}, text) from unnest(${texts}::text[]) as notice (text)`;
}

export interface Hearing {
  heard(notice: Notice): void;
  /** The line is open: at the start and again after each break, in which notices may have been missed. */
  listening(): void;
}

/** Listens until the returned function is called. The driver takes up the line again when it breaks. */
export async function subscribe(sql: Sql, { heard, listening }: Hearing): Promise<() => Promise<void>> {
  const subscription = await sql.listen(
    CHANNEL,
    (payload) => {
      const notice = readNotice(payload);
      if (notice) heard(notice);
    },
    listening,
  );
  return () => subscription.unlisten();
}

/** A notice of another version of the program may be unknown here; it is then not for this process. */
function readNotice(payload: string): Notice | undefined {
  try {
    return Notice.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
