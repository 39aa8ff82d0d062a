import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catchMail, type MailCatcher } from '../../src/sandbox/mail/catch-mail.js';
import { mailRouter } from '../../src/sandbox/mail/mail-router.js';
import { type Mailbox, openMailbox } from '../../src/sandbox/mail/mailbox.js';

let folder: string;
let mailbox: Mailbox;
let catcher: MailCatcher;
let server: ReturnType<typeof createServer>;
let api: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
  mailbox = openMailbox(join(folder, 'mail.jsonl'));
  catcher = await catchMail(mailbox);
  server = createServer(express().use(mailRouter(mailbox, folder)));
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
