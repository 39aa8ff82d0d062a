import { existsSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from './paths.js';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const secret = z.string().min(32, { error: 'use at least 32 characters, for example from: openssl rand -hex 32' });
const origin = z
  .url({ protocol: /^https?$/, error: 'write each one as https://shop.example' })
  .transform((text) => new URL(text).origin);

/**
 * Every setting of the desk, as environment variables. All are optional: without any, it runs the demo shop on an
 * embedded PostgreSQL. `.env.example` lists them in this order with these words.
 */
export const Settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3978).describe('The one port everything is served on.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address to listen on; 0.0.0.0 to be reached from other machines.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'write it as postgres://user:password@host:5432/database' })
    .optional()
    .describe('A PostgreSQL server of your own. Without it, an embedded one is started.'),
  DATA_FOLDER: z
    .string()
    .min(1)
    .default('.data')
    .describe('Where the embedded PostgreSQL keeps its data, relative to the project.'),
  DEMO_SHOP: z
    .enum(['on', 'off'])
    .optional()
    .describe('Load the demo shop into an empty database. On unless NODE_ENV is production.'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('production switches the demo shop off unless asked for.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much to log, as JSON lines on stderr.'),
  CHAT_ALLOWED_ORIGINS: list
    .pipe(z.array(origin))
    .default([])
    .describe('Shop pages that may embed the chat, comma-separated: https://shop.example'),
  CHAT_TOKEN_SECRET: secret.optional().describe('Signs chat tokens. Without it, one is made and kept in the database.'),
  SHOP_TOKEN_SECRETS: list
    .pipe(z.array(secret))
    .default([])
    .describe('Secrets your shop signs its customers in with (HS256), comma-separated for rotation.'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(9)
    .default(0)
    .describe('How many reverse proxies stand in front, so that addresses are counted rightly.'),
  STOREFRONT_URL: z
    .url({ protocol: /^https?$/, error: 'write it as https://shop.example/desk' })
    .optional()
    .describe("The shop's own system, which cancels, refunds and ships what the desk asks: docs/connector.md."),
  STOREFRONT_TOKEN: z
    .string()
    .min(16, { error: 'use at least 16 characters' })
    .optional()
    .describe('The bearer token it knows the desk by; needed with STOREFRONT_URL.'),
  OPENAI_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Turns the language-model brain on. Without it, the rules brain answers.'),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'write it as https://host/v1' })
    .optional()
    .describe('Any OpenAI-compatible endpoint.'),
  OPENAI_MODEL: z.string().min(1).optional().describe('The model to use; needed with OPENAI_API_KEY.'),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', { error: 'is not a bot token: copy the one that begins with xoxb-' })
    .optional()
    .describe('Turns Slack on (docs/slack.md): the bot token of your app, xoxb-…'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('Shows that a request is from Slack; needed with SLACK_BOT_TOKEN unless SLACK_APP_TOKEN is set.'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', { error: 'is not an app-level token: copy the one that begins with xapp-' })
    .optional()
    .describe('Socket Mode, which needs no public address: an app-level token with connections:write, xapp-…'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'write it as https://slack.com/api/' })
    .default('https://slack.com/api/')
    .describe('Slack’s Web API; another one only for a stand-in.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'write it as smtps://user:password@mail.example:465' })
    .optional()
    .describe('Turns e-mail on (docs/email.md): the mail server to send through, smtps://user:password@host:465'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, { error: 'write it as TechGadgets4U <orders@shop.example>' })
    .optional()
    .describe('Who mail comes from: TechGadgets4U <orders@shop.example>; needed with SMTP_URL.'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, { error: 'is no account SID: copy the one that begins with AC' })
    .optional()
    .describe('Turns texting on (docs/sms.md): the SID of your Twilio account, AC…'),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional().describe('Its auth token; needed with TWILIO_ACCOUNT_SID.'),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9][0-9]{6,14}$/, { error: 'write the number as +15035550100' })
    .optional()
    .describe('The number texts come from, as +15035550100; needed with TWILIO_ACCOUNT_SID.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'write it as https://desk.example' })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where the desk is reached from outside: https://desk.example. Links in mail lead there, and Twilio signs with it.',
    ),
});
export type Settings = z.infer<typeof Settings>;

/** How Slack is reached: requests come signed to our own address, or over a socket that we open. */
export interface SlackConfig {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly via:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
}

/** How mail goes out, and where its links lead. */
export interface EmailConfig {
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
}

/** How texts go out and come in. */
export interface SmsConfig {
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  readonly publicUrl: string;
}

export interface Config extends Omit<Settings, 'DEMO_SHOP'> {
  readonly demoShop: boolean;
  /** The shop's own system; null when none is connected. */
  readonly storefront: { readonly url: string; readonly token: string } | null;
  readonly llm: { readonly apiKey: string; readonly baseUrl: string | undefined; readonly model: string } | null;
  readonly slack: SlackConfig | null;
  readonly email: EmailConfig | null;
  readonly sms: SmsConfig | null;
}

/** A setting that cannot be used. The message names the key and the cure. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Checks settings and settles what follows from them. Throws ConfigError naming every wrong key. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // an empty value in .env means that the key is not set
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Settings.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(
      `These settings cannot be used (environment or .env):\n${lines.join('\n')}\n.env.example says what each one takes.`,
    );
  }
  const { DEMO_SHOP, ...settings } = read.data;
  return {
    ...settings,
    demoShop: (DEMO_SHOP ?? (settings.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    storefront: storefrontOf(settings),
    llm: llmOf(settings),
    slack: slackOf(settings),
    email: emailOf(settings),
    sms: smsOf(settings),
  };
}

/** Reads .env (what the environment sets already wins) and the environment. */
export function loadConfig(): Config {
  const file = projectPath('.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
}

function storefrontOf({ STOREFRONT_URL, STOREFRONT_TOKEN }: Omit<Settings, 'DEMO_SHOP'>): Config['storefront'] {
  if (STOREFRONT_URL === undefined && STOREFRONT_TOKEN === undefined) return null;
  if (STOREFRONT_TOKEN === undefined)
    throw new ConfigError(
      'STOREFRONT_TOKEN is missing: with STOREFRONT_URL, give the token the shop knows the desk by.',
    );
  if (STOREFRONT_URL === undefined)
    throw new ConfigError('STOREFRONT_URL is missing: with STOREFRONT_TOKEN, say where the shop is.');
  return { url: STOREFRONT_URL, token: STOREFRONT_TOKEN };
}

function llmOf({ OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL }: Omit<Settings, 'DEMO_SHOP'>): Config['llm'] {
  if (!OPENAI_API_KEY) return null;
  if (!OPENAI_MODEL) throw new ConfigError('OPENAI_MODEL is missing: with OPENAI_API_KEY, name the model to use.');
  return { apiKey: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL, model: OPENAI_MODEL };
}

function slackOf(settings: Omit<Settings, 'DEMO_SHOP'>): SlackConfig | null {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL } = settings;
  if (!SLACK_BOT_TOKEN) {
    if (!SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN) return null;
    throw new ConfigError('SLACK_BOT_TOKEN is missing: the other Slack keys do nothing without it (docs/slack.md).');
  }
  const shared = { botToken: SLACK_BOT_TOKEN, apiUrl: SLACK_API_URL };
  if (SLACK_APP_TOKEN) return { ...shared, via: { kind: 'socket', appToken: SLACK_APP_TOKEN } };
  if (SLACK_SIGNING_SECRET) return { ...shared, via: { kind: 'http', signingSecret: SLACK_SIGNING_SECRET } };
  throw new ConfigError(
    'SLACK_SIGNING_SECRET is missing: without it nobody can tell who a request is from. Or set SLACK_APP_TOKEN for Socket Mode.',
  );
}

function emailOf({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Omit<Settings, 'DEMO_SHOP'>): EmailConfig | null {
  if (!SMTP_URL && !MAIL_FROM) return null;
  if (!SMTP_URL) throw new ConfigError('SMTP_URL is missing: with MAIL_FROM, name the mail server to send through.');
  if (!MAIL_FROM) throw new ConfigError('MAIL_FROM is missing: with SMTP_URL, say who mail comes from.');
  if (!PUBLIC_URL) throw new ConfigError('PUBLIC_URL is missing: with SMTP_URL, say where links in mail lead.');
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, publicUrl: PUBLIC_URL };
}

function smsOf(settings: Omit<Settings, 'DEMO_SHOP'>): SmsConfig | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from, PUBLIC_URL: url } = settings;
  if (!accountSid && !authToken && !from) return null;
  const missing = (key: string) => new ConfigError(`${key} is missing: texting needs all of its keys (docs/sms.md).`);
  if (!accountSid) throw missing('TWILIO_ACCOUNT_SID');
  if (!authToken) throw missing('TWILIO_AUTH_TOKEN');
  if (!from) throw missing('TWILIO_FROM');
  if (!url) throw missing('PUBLIC_URL');
  return { accountSid, authToken, from, publicUrl: url };
}
