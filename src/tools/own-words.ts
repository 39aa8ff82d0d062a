import { newestAnswer } from '../language/supplier-mail/newest-answer.js';
import type { InboundMail } from '../store/inbound-mails.js';
import { tidyLines } from '../wording/plain-text.js';

/** What the sender of a mail wrote in it, without what it quotes; empty where it only quotes. */
export const ownWords = ({ subject, text }: Pick<InboundMail, 'subject' | 'text'>): string =>
  tidyLines(newestAnswer(subject, text, () => false).visible);
