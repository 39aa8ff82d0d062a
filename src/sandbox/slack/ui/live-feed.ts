import type { Response } from 'express';
import { homeView } from '../callbacks/interactions.js';
import type { Seat } from '../callbacks/triggers.js';
import type { Core } from '../core.js';
import type { LedgerRecord, StoredMessage } from '../state/records.js';
import { isVisible, pageMessage, pageView, snapshotFor } from './snapshot.js';

/** Tells open tabs what happens, as server-sent events, each only what its person may see. */
export interface LiveFeed {
  open(seat: Seat, response: Response): void;
  /** Everything anew, for all tabs. */
  refresh(): void;
  close(): void;
}

export function createLiveFeed(core: Core): LiveFeed {
  const { workspace, views } = core;
  const tabs = new Set<{ readonly seat: Seat; readonly response: Response }>();

  const send = (response: Response, news: object) => response.write(`data: ${JSON.stringify(news)}\n\n`);

  function tell(newsFor: (user: string) => object | null): void {
    for (const { seat, response } of tabs) {
      const news = newsFor(seat.user);
      if (news) send(response, news);
    }
  }

  const mayRead = (user: string, message: StoredMessage): boolean =>
    isVisible(message, user) && workspace.conversationsOf(user).some(({ id }) => id === message.channel);

  workspace.onRecord((record: LedgerRecord) => {
    switch (record.kind) {
      case 'message':
      case 'changed':
        return tell((user) =>
          mayRead(user, record.message) ? { kind: 'message', message: pageMessage(workspace, record.message) } : null,
        );
      case 'deleted': {
        const { channel, ts } = record.message;
        return tell((user) => (mayRead(user, record.message) ? { kind: 'gone', channel, ts } : null));
      }
      case 'reacted': {
        const message = workspace.message(record.channel, record.ts);
        if (!message) return;
        return tell((user) =>
          mayRead(user, message) ? { kind: 'message', message: pageMessage(workspace, message) } : null,
        );
      }
      case 'home': {
        const home = homeView(core, record.user);
        return tell((user) => (user === record.user && home ? { kind: 'home', home: pageView(home) } : null));
      }
      case 'conversation':
      case 'joined':
        return tell((user) => ({ kind: 'conversations', conversations: workspace.conversationsOf(user) }));
      case 'event':
      case 'event-settled':
        return tell(() => ({ kind: 'waiting', events: workspace.waitingEvents.size }));
      default:
        return;
    }
  });

  views.onChange((client) => {
    const stack = views.stackOf(client).map(pageView);
    for (const { seat, response } of tabs) if (seat.client === client) send(response, { kind: 'stack', stack });
  });

  return {
    open(seat, response) {
      const tab = { seat, response };
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      tabs.add(tab);
      response.on('close', () => tabs.delete(tab));
      send(response, { kind: 'all', snapshot: snapshotFor(core, seat) });
    },
    refresh() {
      for (const { seat, response } of tabs) send(response, { kind: 'all', snapshot: snapshotFor(core, seat) });
    },
    close() {
      for (const { response } of tabs) response.end();
    },
  };
}
