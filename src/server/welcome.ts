import type { Config } from '../config.js';
import { MAIL_PATH } from './open-email.js';
import { SANDBOX_PATH } from './open-slack.js';
import { PHONE_PATH } from './open-sms.js';
import { HOME_PATH } from './world/open-world.js';

/** What a start prints: where to go, what is connected, what is simulated. */
export function welcome({ url, config, place }: { url: string; config: Config; place: string }): string {
  const rows = [
    ...(config.demoShop
      ? [
          ['Start here', `${url}${HOME_PATH}  all of it at one look, with a clock to move`],
          ['Demo shop', `${url}/`],
        ]
      : []),
    ['Chat', `${url}/chat/`],
    ...(config.demoShop && !config.storefront ? [['Shop system', `${url}/sandbox/storefront (a stand-in)`]] : []),
    ...(config.storefront ? [['Shop system', config.storefront.url]] : []),
    ['Health', `${url}/healthz  ${url}/readyz`],
    ['Database', place],
    [
      'Brain',
      config.llm
        ? `${config.llm.model}, with the rules brain behind it`
        : 'rules (no key needed; OPENAI_API_KEY adds a language model)',
    ],
    ['Slack', slackWords(config, url)],
    ['E-mail', emailWords(config, url)],
    ['Texts', smsWords(config, url)],
    ...(config.demoShop
      ? [['Simulated', 'the shop, its customers, orders, suppliers and every figure about them']]
      : []),
  ];
  const lines = rows.map(([name = '', text = '']) => `  ${name.padEnd(13)}${text}`);
  return ['', 'Backorder Desk is open.', '', ...lines, '', 'Ctrl-C stops it.'].join('\n');
}

function slackWords({ slack, demoShop }: Config, url: string): string {
  if (!slack && demoShop) return `${url}${SANDBOX_PATH}  a stand-in; docs/slack.md says how to connect your own`;
  if (!slack) return 'not connected (docs/slack.md says how, in ten minutes)';
  return slack.via.kind === 'socket' ? 'connected through Socket Mode' : 'connected; requests come to /slack/events';
}

function emailWords({ email, demoShop }: Config, url: string): string {
  if (email) return `goes out through ${new URL(email.smtpUrl).host}`;
  return demoShop
    ? `${url}${MAIL_PATH}  a stand-in mailbox; docs/email.md says how to connect a mail server`
    : 'not connected (docs/email.md says how)';
}

function smsWords({ sms, demoShop }: Config, url: string): string {
  if (sms) return `connected to Twilio; requests come to ${sms.publicUrl}/sms/incoming`;
  return demoShop
    ? `${url}${PHONE_PATH}  a stand-in phone; docs/sms.md says how to connect Twilio`
    : 'not connected (docs/sms.md says how)';
}
