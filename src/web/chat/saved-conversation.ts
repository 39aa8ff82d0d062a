import type { OwnMessage } from './conversation-log.js';

/** What a reload needs. `subject` is who was signed in (empty: nobody), so that the next person does not see this chat. */
export interface SavedConversation {
  readonly conversationId: string;
  readonly resume: string;
  readonly subject: string;
  readonly opened: boolean;
  readonly readUpTo?: string;
  readonly unsent: readonly OwnMessage[];
}

const storageKey = 'backorder-desk-chat';
let memory: string | undefined;

/** The saved conversation of this subject, or undefined. Storage that is switched off is replaced by memory. */
export function loadConversation(subject: string): SavedConversation | undefined {
  try {
    const text = read();
    const saved = text ? (JSON.parse(text) as SavedConversation) : undefined;
    return saved?.subject === subject ? saved : undefined;
  } catch {
    return undefined;
  }
}

export function saveConversation(conversation: SavedConversation): void {
  memory = JSON.stringify(conversation);
  try {
    localStorage.setItem(storageKey, memory);
  } catch {
    // memory keeps it until the page goes
  }
}

export function forgetConversation(): void {
  memory = undefined;
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // nothing was stored
  }
}

function read(): string | null | undefined {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return memory;
  }
}

/** Who a shop's signed token speaks of. Only to tell people apart on this device; the server verifies the signature. */
export function subjectOf(userToken: string | undefined): string {
  if (!userToken) return '';
  try {
    const payload = userToken.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return claims && typeof claims === 'object' && 'sub' in claims ? `${claims.sub}` : userToken;
  } catch {
    return userToken;
  }
}
