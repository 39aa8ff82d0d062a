import { z } from 'zod';

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
  BRAIN: z
    .enum(['rules', 'llm', 'rules+llm'])
    .optional()
    .describe(
      'Who answers: rules, llm, or rules+llm, where a model only puts in other words what the rules say. llm once a key is set.',
    ),
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
  OPENAI_MODERATION: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The moderation model of that endpoint, such as omni-moderation-latest. What it flags is never shown to the model.',
    ),
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
  MAIL_INCOMING_SECRET: secret
    .optional()
    .describe('Lets mail in (docs/email.md): signs what your mail service posts to /mail/incoming; needs SMTP_URL.'),
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
