import express, { Router } from 'express';
import PostalMime, { type Email } from 'postal-mime';
import { z } from 'zod';
import type { Caught, Mailbox } from './mailbox.js';

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'";

/** A mail's HTML is a stranger's page: no script, no form, nothing from elsewhere, no origin of ours. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const Id = z.coerce.number().int();
const MOST_LISTED = 200;

/** The mailbox's page, and what it shows. `pages`: where it was built. */
export function mailRouter(mailbox: Mailbox, pages: string): Router {
  const router = Router();
  router.use('/assets', express.static(`${pages}/assets`, { immutable: true, maxAge: '1y' }));
  router.get('/', (_request, response) => {
    response.set('Content-Security-Policy', PAGE_POLICY).sendFile('index.html', { root: pages });
  });
  router.get('/api/mails', async (_request, response) => {
    const mails = await Promise.all(mailbox.all().slice(0, MOST_LISTED).map(listed));
    response.set('Cache-Control', 'no-store').json({ mails });
  });
  router.get('/api/mails/:id', async (request, response) => {
    const mail = mailbox.find(Id.catch(0).parse(request.params.id));
    if (!mail) return void response.status(404).json({ error: 'There is no such mail.' });
    const read = await PostalMime.parse(mail.raw);
    const headers = read.headers.map(({ originalKey, value }) => ({ name: originalKey, value }));
    response
      .set('Cache-Control', 'no-store')
      .json({ ...summary(mail, read), text: read.text ?? '', hasHtml: read.html !== undefined, headers });
  });
  router.get('/api/mails/:id/html', async (request, response) => {
    const mail = mailbox.find(Id.catch(0).parse(request.params.id));
    const html = mail && (await PostalMime.parse(mail.raw)).html;
    if (html === undefined) return void response.status(404).end();
    // its links open beside the mailbox, not in its frame
    const body = html.replace(/<head>/i, '<head><base target="_blank">');
    response.set('Content-Security-Policy', MAIL_POLICY).type('html').send(body);
  });
  return router;
}

const listed = async (mail: Caught) => summary(mail, await PostalMime.parse(mail.raw));

const summary = ({ id, receivedAt, to }: Caught, { from, subject, text }: Email) => ({
  id,
  receivedAt,
  to: to.join(', '),
  from: from?.address ?? '',
  subject: subject ?? '',
  start: (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 140),
});
