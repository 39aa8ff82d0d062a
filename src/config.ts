import { existsSync } from 'node:fs';
import { projectPath } from './paths.js';
import { Settings } from './settings.js';

/** How Slack is reached: requests come signed to our own address, or over a socket that we open. */
export interface SlackConfig {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly via:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
}

/** How mail goes out, where its links lead, and what the mails that come in are signed with. */
export interface EmailConfig {
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
  /** Null where no mail comes in. */
  readonly incomingSecret: string | null;
}

/** How texts go out and come in. */
export interface SmsConfig {
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  readonly publicUrl: string;
}

/** A language model and what it does: `answers` shoppers, or only `rephrases` what the rules say; `mails` alone else. */
export interface LlmConfig {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly model: string;
  readonly moderation?: string | undefined;
  readonly use: 'answers' | 'rephrases' | 'mails';
}

export interface Config extends Omit<Settings, 'DEMO_SHOP'> {
  readonly demoShop: boolean;
  /** The shop's own system; null when none is connected. */
  readonly storefront: { readonly url: string; readonly token: string } | null;
  readonly llm: LlmConfig | null;
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

/** What a model is there for, by the setting BRAIN. */
const LLM_USES = { llm: 'answers', 'rules+llm': 'rephrases', rules: 'mails' } as const;

function llmOf(settings: Omit<Settings, 'DEMO_SHOP'>): Config['llm'] {
  const { BRAIN, OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_MODERATION } = settings;
  if (!OPENAI_API_KEY) {
    if (BRAIN === undefined || BRAIN === 'rules') return null;
    throw new ConfigError(`OPENAI_API_KEY is missing: BRAIN=${BRAIN} needs a model.`);
  }
  if (!OPENAI_MODEL) throw new ConfigError('OPENAI_MODEL is missing: with OPENAI_API_KEY, name the model to use.');
  return {
    apiKey: OPENAI_API_KEY,
    baseUrl: OPENAI_BASE_URL,
    model: OPENAI_MODEL,
    moderation: OPENAI_MODERATION,
    use: LLM_USES[BRAIN ?? 'llm'],
  };
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

function emailOf(settings: Omit<Settings, 'DEMO_SHOP'>): EmailConfig | null {
  const { SMTP_URL, MAIL_FROM, MAIL_INCOMING_SECRET, PUBLIC_URL } = settings;
  if (!SMTP_URL && !MAIL_FROM && !MAIL_INCOMING_SECRET) return null;
  if (!SMTP_URL)
    throw new ConfigError(
      `SMTP_URL is missing: with ${MAIL_FROM ? 'MAIL_FROM' : 'MAIL_INCOMING_SECRET'}, name the mail server to send through.`,
    );
  if (!MAIL_FROM) throw new ConfigError('MAIL_FROM is missing: with SMTP_URL, say who mail comes from.');
  if (!PUBLIC_URL) throw new ConfigError('PUBLIC_URL is missing: with SMTP_URL, say where links in mail lead.');
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, publicUrl: PUBLIC_URL, incomingSecret: MAIL_INCOMING_SECRET ?? null };
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
