import { randomUUID } from 'node:crypto';
import { call, generate, type Session, start, type WireActivity } from '../channels/web/support/chat-client.js';
import { type DeskProcess, HANGS_MS } from './desk-process.js';
import { until } from './until.js';

/** A shopper with a web chat who may talk to any copy of the desk, and sends again what was not acknowledged. */
export class ChatVisitor {
  private constructor(readonly session: Session) {}

  /** Opens the chat and is greeted. */
  static async arrive(desk: DeskProcess): Promise<ChatVisitor> {
    const session = await generate(desk.domain);
    await start(desk.domain, session);
    const visitor = new ChatVisitor(session);
    await until('the greeting is there', async () => (await visitor.transcript(desk)).length > 0);
    return visitor;
  }

  get conversationId(): string {
    return this.session.conversationId;
  }

  /** Sends once. The HTTP status, or null when the line broke. Throws when no answer comes at all. */
  async post(desk: DeskProcess, text: string, mark: string = randomUUID()): Promise<number | null> {
    const response = await fetch(`${desk.domain}/conversations/${this.conversationId}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.session.token}` },
      body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: mark } }),
      signal: AbortSignal.timeout(HANGS_MS),
    }).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'TimeoutError') throw error;
      return null;
    });
    await response?.text();
    return response?.status ?? null;
  }

  /** Sends again, to whichever desk `choose` names, until one has acknowledged. */
  async deliver(choose: () => DeskProcess, text: string, mark: string = randomUUID()): Promise<void> {
    await until(`"${text}" is acknowledged`, async () => (await this.post(choose(), text, mark)) === 200);
  }

  /** Sends and returns what was answered to it. */
  async ask(desk: DeskProcess, text: string): Promise<readonly WireActivity[]> {
    const before = (await this.transcript(desk)).length;
    await this.deliver(() => desk, text);
    return until(`"${text}" is answered`, async () => {
      const later = (await this.transcript(desk)).slice(before);
      const asked = later.findIndex((activity) => activity.from.role === 'user' && activity.text === text);
      const answers = later.slice(asked + 1).filter(({ from }) => from.role === 'bot');
      return answers.length > 0 && answers;
    });
  }

  async transcript(desk: DeskProcess): Promise<readonly WireActivity[]> {
    const { conversationId, token } = this.session;
    const { body } = await call(desk.domain, 'GET', `/conversations/${conversationId}/activities`, { token });
    return (body.activities ?? []) as readonly WireActivity[];
  }
}

/** The templates behind what the assistant said, in order. */
export const templatesOf = (activities: readonly WireActivity[]): unknown[] =>
  activities.filter(({ from }) => from.role === 'bot').map(({ channelData }) => channelData?.template);
