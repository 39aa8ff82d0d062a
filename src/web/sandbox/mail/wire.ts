/** What the stand-in tells of a mail in its list. */
export interface Listed {
  readonly id: number;
  readonly receivedAt: string;
  /** `out`: from the desk. `in`: somebody's answer to it. */
  readonly way: 'out' | 'in';
  /** The desk did not take it. */
  readonly lost: boolean;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The first words. */
  readonly start: string;
  /** The same for all mails that belong together. */
  readonly thread: number;
}

export interface Opened extends Omit<Listed, 'thread'> {
  readonly text: string;
  readonly hasHtml: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly canAnswer: boolean;
}

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/sandbox/mail/api/${path}`);
  if (!response.ok) throw new Error(`The mailbox answered ${response.status}`);
  return response.json() as Promise<Answer>;
}

export const listMails = (): Promise<readonly Listed[]> =>
  ask<{ readonly mails: readonly Listed[] }>('mails').then(({ mails }) => mails);
export const openMail = (id: number): Promise<Opened> => ask<Opened>(`mails/${id}`);
export const htmlOf = (id: number): string => `/sandbox/mail/api/mails/${id}/html`;

/** A mail that went in: its id here, and whether the desk took it. Null when it could not even be written. */
export type HandedIn = { readonly id: number; readonly lost: boolean } | null;

async function handIn(path: string, body: object): Promise<HandedIn> {
  try {
    const response = await fetch(`/sandbox/mail/api/mails/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as HandedIn) : null;
  } catch {
    return null;
  }
}

export const sendAnswer = (id: number, text: string): Promise<HandedIn> => handIn(`${id}/answer`, { text });
export const sendBounce = (id: number): Promise<HandedIn> => handIn(`${id}/bounce`, {});
