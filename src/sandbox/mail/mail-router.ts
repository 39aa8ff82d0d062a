import express, { type Response, Router } from 'express';
import { z } from 'zod';
import { isFromThisPage } from '../is-from-this-page.js';
import { composeAnswer, composeBounce } from './compose-answer.js';
import type { GiveMail } from './give-mail.js';
import type { Mailbox } from './mailbox.js';
import { type ReadMail, readMail, threadsOf } from './read-mail.js';

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'";

/** A mail's HTML is a stranger's page: no script, no form, nothing from elsewhere, no origin of ours. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const Id = z.coerce.number().int();
const Answer = z.object({ text: z.string().trim().min(1).max(20_000) });
const MOST_LISTED = 300;

export interface MailPageOptions {
  readonly mailbox: Mailbox;
  /** Where the page was built. */
  readonly pages: string;
  /** Where answers go; null where the app takes no mail. */
  readonly give: GiveMail | null;
  /** The time that answers bear. */
  now(): Date;
}

/** The mailbox's page, and what it shows and does. */
export function mailRouter({ mailbox, pages, give, now }: MailPageOptions): Router {
  const router = Router();
  router.use('/assets', express.static(`${pages}/assets`, { immutable: true, maxAge: '1y' }));
  router.get('/', (_request, response) => {
    response.set('Content-Security-Policy', PAGE_POLICY).sendFile('index.html', { root: pages });
  });
  const everything = () => Promise.all(mailbox.all().slice(0, MOST_LISTED).map(readMail));
  router.get('/api/mails', async (_request, response) => {
    const mails = await everything();
    const threads = threadsOf([...mails].reverse());
    response.set('Cache-Control', 'no-store').json({
      mails: mails.map((mail) => ({ ...summary(mail), thread: threads.get(mail.kept.id) ?? mail.kept.id })),
    });
  });
  router.get('/api/mails/:id', async (request, response) => {
    const found = await find(request.params.id);
    if (!found) return noSuchMail(response);
    const { mail, kept } = found;
    response.set('Cache-Control', 'no-store').json({
      ...summary(found),
      text: mail.text ?? '',
      hasHtml: mail.html !== undefined,
      headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
      canAnswer: give !== null && kept.way === 'out',
    });
  });
  router.get('/api/mails/:id/html', async (request, response) => {
    const html = (await find(request.params.id))?.mail.html;
    if (html === undefined) return void response.status(404).end();
    // its links open beside the mailbox, not in its frame
    const body = html.replace(/<head>/i, '<head><base target="_blank">');
    response.set('Content-Security-Policy', MAIL_POLICY).type('html').send(body);
  });
  router.use('/api', (request, response, next) => {
    if (isFromThisPage(request)) next();
    else response.status(403).json({ error: 'not_this_page' });
  });
  router.post('/api/mails/:id/answer', express.json({ limit: '64kb' }), async (request, response) => {
    const found = await find(request.params.id);
    const answer = Answer.safeParse(request.body);
    if (found?.kept.way !== 'out') return noSuchMail(response);
    if (!answer.success) return void response.status(400).json({ error: 'invalid_arguments' });
    await handIn(await composeAnswer(found, answer.data.text, now()), response);
  });
  router.post('/api/mails/:id/bounce', async (request, response) => {
    const found = await find(request.params.id);
    if (found?.kept.way !== 'out') return noSuchMail(response);
    await handIn(await composeBounce(found, now()), response);
  });

  async function find(id: string): Promise<ReadMail | undefined> {
    const kept = mailbox.find(Id.catch(0).parse(id));
    return kept && readMail(kept);
  }
  async function handIn(raw: string, response: Response): Promise<void> {
    if (give === null) return void response.status(409).json({ error: 'takes_no_mail' });
    const { id, lost } = await receive({ mailbox, give }, raw);
    response.status(201).json({ id, lost });
  }
  return router;
}

const noSuchMail = (response: Response): void => void response.status(404).json({ error: 'There is no such mail.' });

/** Keeps a mail from outside in the mailbox, as one that came in, and gives it to the app. */
export async function receive({ mailbox, give }: { mailbox: Mailbox; give: GiveMail }, raw: string) {
  const taken = await give(raw);
  const { mail } = await readMail({ id: 0, receivedAt: '', way: 'in', to: [], raw, lost: false });
  return mailbox.add({ way: 'in', to: (mail.to ?? []).flatMap(({ address }) => address ?? []), raw, lost: !taken });
}

const summary = ({ kept: { id, receivedAt, to, way, lost }, mail: { from, subject, text } }: ReadMail) => ({
  id,
  receivedAt,
  way,
  lost,
  to: to.join(', '),
  from: from?.address ?? '',
  subject: subject ?? '',
  start: (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 140),
});
