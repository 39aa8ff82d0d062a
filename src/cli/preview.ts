import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadSamples } from '../channels/slack/samples/load-samples.js';
import { EVERYDAY, type Sample, type Samples } from '../channels/slack/samples/sample.js';
import { localDate } from '../domain/kernel/dates.js';
import { loadMessagePolicy } from '../knowledge/message-policy.js';
import { projectPath } from '../paths.js';
import { CUSTOMER_MESSAGE_FACTS, CUSTOMER_MESSAGE_KINDS, type Told } from '../store/customer-message-facts.js';
import { wordMessageMail } from '../tools/word-customer-message.js';
import { FALLBACK_LOCALE } from '../wording/locales.js';
import type { MailText } from '../wording/mail.js';
import { loadWording } from '../wording/render.js';
import { MESSAGE_FACTS } from '../wording/samples/message-facts.js';
import { sampleFacts } from '../wording/samples/shopper-samples.js';
import { escapeHtml, sampleHtml } from './block-html.js';
import { mailSamples } from './mail-samples.js';

const TEMPLATES = 'templates/shopper/en';

/** Writes every Slack card, every message to shoppers and every mail to customers, with sample facts, as one page to read. */
export async function writePreview({ out }: { out: string }): Promise<void> {
  const file = resolve(out);
  writeFileSync(file, page(await loadSamples(), shopperMessages(), [...mailSamples(), ...customerMails()]));
  process.stdout.write(`${JSON.stringify({ file })}\n`);
}

/** Each message to a shopper by its template's name, filled with sample facts. */
function shopperMessages(): { name: string; text: string }[] {
  const wording = loadWording(TEMPLATES);
  return readdirSync(projectPath(TEMPLATES), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.hbs'.length);
      return { name, text: wording.say(name, sampleFacts(name) ?? {}) };
    });
}

/** Each mail that tells a customer what they did not ask, filled with each set of its sample facts. */
function customerMails(): { name: string; mail: MailText }[] {
  const frame = {
    locale: FALLBACK_LOCALE,
    customerName: 'Ana Silva',
    todayOn: localDate('2026-11-23'),
    shopName: 'TechGadgets4U',
    assistantName: 'Desk',
  };
  const { ways } = loadMessagePolicy();
  return CUSTOMER_MESSAGE_KINDS.filter((kind) => ways[kind]?.email !== 'never').flatMap((kind) =>
    (MESSAGE_FACTS[kind] ?? []).map((facts) => {
      const told = { kind, facts: CUSTOMER_MESSAGE_FACTS[kind].parse(facts) } as Told;
      const stopLink = ways[kind]?.topic === null ? null : '#';
      return { name: kind.replaceAll('_', ' '), mail: wordMessageMail(told, frame, stopLink) };
    }),
  );
}

const subject = ({ subject, draw }: Samples): string =>
  `<h2 class="subject">${escapeHtml(subject)}</h2>${draw(EVERYDAY).map(card).join('\n')}`;

const card = (sample: Sample): string =>
  `<section><h2>${escapeHtml(sample.title)}</h2><article class="${sample.as}">${sampleHtml(sample)}</article></section>`;

const message = ({ name, text }: { name: string; text: string }): string =>
  `<section><h2>${escapeHtml(name)}</h2><article class="chat">${escapeHtml(text).replaceAll('\n', '<br>')}</article></section>`;

const mailSection = ({ name, mail }: { name: string; mail: MailText }): string =>
  `<section><h2>${escapeHtml(name)}: ${escapeHtml(mail.subject)}</h2><iframe sandbox title="${escapeHtml(mail.subject)}" srcdoc="${escapeHtml(mail.html)}"></iframe></section>`;

const STYLE = `
body { font: 15px/1.45 system-ui, sans-serif; color: #1d1c1d; background: #f4f4f6; margin: 0 auto; max-width: 760px; padding: 24px }
h1 { font-size: 22px } h2 { font-size: 13px; color: #5a585c; font-weight: 600; margin: 28px 0 6px }
h3 { font-size: 18px; margin: 4px 0 8px }
iframe { width: 100%; height: 420px; border: 1px solid #dddce0; border-radius: 8px; background: #fff }
article { background: #fff; border: 1px solid #dddce0; border-radius: 8px; padding: 12px 16px; overflow-wrap: anywhere }
article.modal { max-width: 520px; box-shadow: 0 4px 18px #0002 } article.chat { background: #eef3fb }
.section { display: flex; gap: 12px; justify-content: space-between; margin: 6px 0 } .section > div:last-child:not(:first-child) { flex: none }
.context { color: #616061; font-size: 13px; margin: 4px 0 } .actions { margin: 6px 0 } hr { border: 0; border-top: 1px solid #e3e2e5 }
button { font: 600 13px system-ui; border: 1px solid #bbb; background: #fff; border-radius: 4px; padding: 5px 11px }
button.primary { background: #007a5a; color: #fff; border-color: #007a5a } button.danger { background: #c01343; color: #fff; border-color: #c01343 }
.input { display: block; margin: 10px 0 } .input input, .input select, .input textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 6px; margin: 3px 0 }
code { background: #f0eff1; border-radius: 3px; padding: 0 3px; color: #c01343 } .mention { background: #e8f1fa; color: #1264a3 }
q { display: block; border-left: 4px solid #ddd; padding-left: 10px; quotes: none } h2.subject { font-size: 18px; color: #1d1c1d; margin-top: 44px } .end { text-align: right }
.section button { white-space: nowrap } @media (max-width: 480px) { body { padding: 12px } .section { flex-wrap: wrap } }`;

const page = (
  samples: readonly Samples[],
  messages: readonly { name: string; text: string }[],
  mails: readonly { readonly name: string; readonly mail: MailText }[],
): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What the desk says</title><style>${STYLE}</style>
<h1>In Slack</h1>
${samples.map(subject).join('\n')}
<h1>To shoppers</h1>
<p class="context">Each with facts that lead it through all that it may say.</p>
${messages.map(message).join('\n')}
<h1>By e-mail</h1>
${mails.map(mailSection).join('\n')}
</html>
`;
