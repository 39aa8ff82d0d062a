import { createHmac, timingSafeEqual } from 'node:crypto';

export const CHOICES = ['keep', 'cancel'] as const;
export type Choice = (typeof CHOICES)[number];

/** Where the pages behind a notice's links are. */
export const ANSWER_PATH = '/delay-notice';

/** Makes and checks the links of notices: whoever holds one may give that one answer to that one notice. */
export interface AnswerLinks {
  linksOf(noticeId: string): { readonly keep: string; readonly cancel: string };
  isGenuine(link: { readonly noticeId: string; readonly choice: Choice; readonly signature: string }): boolean;
}

/** `secret`: shared by all replicas. `publicUrl`: where customers reach the desk. */
export function createAnswerLinks(secret: string, publicUrl: string): AnswerLinks {
  const sign = (noticeId: string, choice: Choice) =>
    createHmac('sha256', secret).update(`${noticeId}\n${choice}`).digest('base64url');
  const link = (noticeId: string, choice: Choice) =>
    `${publicUrl}${ANSWER_PATH}/${noticeId}/${choice}/${sign(noticeId, choice)}`;
  return {
    linksOf: (noticeId) => ({ keep: link(noticeId, 'keep'), cancel: link(noticeId, 'cancel') }),
    isGenuine({ noticeId, choice, signature }) {
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(noticeId, choice))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
