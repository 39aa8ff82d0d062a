import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { automaticKind } from '../../src/language/supplier-mail/automatic-mail.js';
import { catchMail, type MailCatcher } from '../../src/sandbox/mail/catch-mail.js';
import { mailRouter } from '../../src/sandbox/mail/mail-router.js';
import { type Mailbox, openMailbox } from '../../src/sandbox/mail/mailbox.js';
import { readMail, threadsOf } from '../../src/sandbox/mail/read-mail.js';

let folder: string;
let mailbox: Mailbox;
let catcher: MailCatcher;
let server: ReturnType<typeof createServer>;
let api: string;
let given: string[];
const NOW = '2026-11-23T18:00:00Z';
beforeEach(async () => {
  given = [];
  folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
  mailbox = openMailbox(join(folder, 'mail.jsonl'));
  catcher = await catchMail(mailbox);
  server = createServer(
    express().use(
      mailRouter({ mailbox, pages: folder, give: async (raw) => given.push(raw) > 0, now: () => new Date(NOW) }),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/mails`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await catcher.close();
  rmSync(folder, { recursive: true });
});

const send = (mail: object) =>
  createTransport(catcher.smtpUrl).sendMail({ from: 'orders@shop.example', to: 'ana@example.com', ...mail });

it('catches what is sent to anybody over SMTP, and keeps it over a restart', async () => {
  await send({ subject: 'Your order – délai', text: 'Hello Ana', html: '<head></head><p>Hello <b>Ana</b></p>' });
  await send({ to: 'ben@example.com', subject: 'Another', text: 'Only text' });
  const { mails } = (await (await fetch(api)).json()) as { mails: object[] };
  expect(mails).toMatchObject([
    { id: 2, to: 'ben@example.com', subject: 'Another' },
    { id: 1, to: 'ana@example.com', from: 'orders@shop.example', subject: 'Your order – délai', start: 'Hello Ana' },
  ]);
  expect(await (await fetch(`${api}/2`)).json()).toMatchObject({ text: 'Only text\n', hasHtml: false });
  expect((await fetch(`${api}/2/html`)).status).toBe(404);
  expect((await fetch(`${api}/9`)).status).toBe(404);
  expect(openMailbox(join(folder, 'mail.jsonl')).all()).toEqual(mailbox.all());
});

it('serves a mail’s HTML as a stranger’s page', async () => {
  await send({ subject: 'x', html: '<head></head><script>alert(1)</script><img src="https://evil.example/x.png">' });
  const page = await fetch(`${api}/1/html`);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/);
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
  expect(await page.text()).toContain('<head><base target="_blank">');
});

const press = (path: string, body: object = {}) =>
  fetch(`${api}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  });

it('answers a mail as whoever got it: to the reply address, in its thread, with the words it answers', async () => {
  await send({ subject: 'PO-77', text: 'When does it come?', replyTo: 'orders+po-po-77.0123456789@shop.example' });
  expect(await (await press('1/answer', { text: 'On December 14.' })).json()).toEqual({ id: 2, lost: false });
  const sent = await PostalMime.parse(mailbox.find(1)?.raw ?? '');
  const answer = await PostalMime.parse(given[0] ?? '');
  expect(answer).toMatchObject({
    from: { address: 'ana@example.com' },
    to: [{ address: 'orders+po-po-77.0123456789@shop.example' }],
    subject: 'Re: PO-77',
    inReplyTo: sent.messageId,
    references: sent.messageId,
    date: '2026-11-23T18:00:00.000Z',
  });
  expect(answer.text).toMatch(/^On December 14\.\n\nOn .* orders@shop\.example wrote:\n> When does it come\?\n/);
  const { mails } = (await (await fetch(api)).json()) as { mails: object[] };
  expect(mails).toMatchObject([
    { id: 2, way: 'in', thread: 1, lost: false },
    { id: 1, way: 'out', thread: 1 },
  ]);
  expect((await press('2/answer', { text: 'And again' })).status).toBe(404);
});

it('plays the mail server that knows no such address', async () => {
  await send({ subject: 'Your order', text: 'Hello' });
  await press('1/bounce');
  const report = await PostalMime.parse(given[0] ?? '');
  expect(report).toMatchObject({
    from: { address: 'mailer-daemon@example.com' },
    to: [{ address: 'orders@shop.example' }],
  });
  expect(given[0]).toMatch(/^Content-Type: multipart\/report; report-type=delivery-status;/m);
  expect(automaticKind({ from: '', subject: report.subject ?? '', headers: {}, words: '' })).toBe('bounce');
  expect(given[0]).toContain('Final-Recipient: rfc822; ana@example.com');
});

it('acts for its own page alone', async () => {
  await send({ subject: 'Your order', text: 'Hello' });
  expect((await fetch(`${api}/1/bounce`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(
    403,
  );
  expect(given).toEqual([]);
});

it('threads mails that name one another, whatever is missing in between', async () => {
  const mail = (id: string, answers: string[] = []) =>
    `Message-ID: <${id}@x>\r\n${answers.length > 0 ? `References: ${answers.map((one) => `<${one}@x>`).join(' ')}\r\n` : ''}\r\nHi`;
  const raws = [mail('a'), mail('b'), mail('c', ['lost']), mail('d', ['a', 'lost']), mail('e', ['b'])];
  const kept = raws.map((raw) => mailbox.add({ to: [], raw }));
  expect([...threadsOf(await Promise.all(kept.map(readMail)))]).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
    [4, 1],
    [5, 2],
  ]);
});
