/** What the stand-in tells of a mail in its list. */
export interface Listed {
  readonly id: number;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The first words. */
  readonly start: string;
}

export interface Opened extends Listed {
  readonly text: string;
  readonly hasHtml: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
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
