import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';
import { projectPath } from '../src/paths.js';
import { Settings } from '../src/settings.js';

const ACCOUNT = `AC${'0'.repeat(32)}`;

describe('without any setting', () => {
  it('the desk runs the demo shop on its own database, with the rules brain', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3978,
      HOST: '127.0.0.1',
      DATA_FOLDER: '.data',
      demoShop: true,
      llm: null,
      CHAT_ALLOWED_ORIGINS: [],
    });
    expect(readConfig({}).DATABASE_URL).toBeUndefined();
  });

  it('an empty value counts as none', () => {
    expect(readConfig({ PORT: '', OPENAI_API_KEY: '' })).toEqual(readConfig({}));
  });
});

describe('settings', () => {
  it('are read as what they mean', () => {
    const config = readConfig({
      PORT: '80',
      TRUST_PROXY: '2',
      CHAT_ALLOWED_ORIGINS: 'https://shop.example/path, http://localhost:8080',
      OPENAI_API_KEY: 'key',
      OPENAI_MODEL: 'some-model',
    });
    expect(config).toMatchObject({
      PORT: 80,
      TRUST_PROXY: 2,
      CHAT_ALLOWED_ORIGINS: ['https://shop.example', 'http://localhost:8080'],
      llm: { apiKey: 'key', model: 'some-model', baseUrl: undefined },
    });
  });

  it('say who answers', () => {
    const model = { OPENAI_API_KEY: 'key', OPENAI_MODEL: 'some-model' };
    const use = (BRAIN?: string) => readConfig({ ...model, BRAIN }).llm?.use;
    expect([use(), use('llm'), use('rules+llm'), use('rules')]).toEqual(['answers', 'answers', 'rephrases', 'mails']);
    expect(readConfig({ BRAIN: 'rules' }).llm).toBeNull();
    expect(() => readConfig({ BRAIN: 'rules+llm' })).toThrow('OPENAI_API_KEY is missing');
  });

  it('connect Slack over HTTP, or over a socket where there is a token for it', () => {
    expect(readConfig({}).slack).toBeNull();
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
    expect(readConfig(http).slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: 'https://slack.com/api/',
      via: { kind: 'http', signingSecret: 'secret' },
    });
    expect(readConfig({ ...http, SLACK_APP_TOKEN: 'xapp-1' }).slack?.via).toEqual({
      kind: 'socket',
      appToken: 'xapp-1',
    });
  });

  it('connect texting when all of it is there', () => {
    expect(readConfig({ PUBLIC_URL: 'https://desk.example' }).sms).toBeNull();
    const keys = { TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+15035550100' };
    expect(readConfig({ ...keys, PUBLIC_URL: 'https://desk.example/' }).sms).toEqual({
      accountSid: ACCOUNT,
      authToken: 'token',
      from: '+15035550100',
      publicUrl: 'https://desk.example',
    });
  });

  it('leave the demo shop out in production unless it is asked for', () => {
    expect(readConfig({ NODE_ENV: 'production' }).demoShop).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', DEMO_SHOP: 'on' }).demoShop).toBe(true);
    expect(readConfig({ DEMO_SHOP: 'off' }).demoShop).toBe(false);
  });

  it.each([
    [{ PORT: '0' }, /PORT: .*>=1/],
    [{ PORT: 'http' }, /PORT: .*number/],
    [{ DATABASE_URL: 'mysql://here/shop' }, /DATABASE_URL: .*postgres:\/\//],
    [{ DEMO_SHOP: 'yes' }, /DEMO_SHOP: .*"on"\|"off"/],
    [{ NODE_ENV: 'prod' }, /NODE_ENV: .*"production"/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: .*"debug"/],
    [{ CHAT_ALLOWED_ORIGINS: 'shop.example' }, /CHAT_ALLOWED_ORIGINS.*https:\/\//],
    [{ CHAT_TOKEN_SECRET: 'short' }, /CHAT_TOKEN_SECRET: .*32 characters.*openssl rand -hex 32/],
    [{ SHOP_TOKEN_SECRETS: `${'x'.repeat(32)},short` }, /SHOP_TOKEN_SECRETS.*32 characters/],
    [{ TRUST_PROXY: '-1' }, /TRUST_PROXY: .*>=0/],
    [{ OPENAI_BASE_URL: 'nowhere' }, /OPENAI_BASE_URL: .*https:\/\//],
    [{ STOREFRONT_URL: 'https://shop.example' }, /STOREFRONT_TOKEN is missing/],
    [{ STOREFRONT_TOKEN: 'x'.repeat(16) }, /STOREFRONT_URL is missing/],
    [{ OPENAI_API_KEY: 'key' }, /OPENAI_MODEL is missing: .*name the model/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1' }, /SLACK_BOT_TOKEN: .*xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_SIGNING_SECRET is missing: .*SLACK_APP_TOKEN/],
    [{ SLACK_SIGNING_SECRET: 'secret' }, /SLACK_BOT_TOKEN is missing/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing/],
    [{ SMTP_URL: 'smtp://mail.example' }, /MAIL_FROM is missing/],
    [{ MAIL_FROM: 'orders@shop.example' }, /SMTP_URL is missing/],
    [{ MAIL_INCOMING_SECRET: 's'.repeat(32) }, /SMTP_URL is missing/],
    [{ MAIL_INCOMING_SECRET: 'short' }, /MAIL_INCOMING_SECRET: .*32/],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'orders@shop.example' }, /PUBLIC_URL is missing/],
    [{ SMTP_URL: 'mail.example' }, /SMTP_URL: .*smtps:/],
    [{ TWILIO_ACCOUNT_SID: 'SK1' }, /TWILIO_ACCOUNT_SID: .*AC/],
    [{ TWILIO_FROM: '503 555' }, /TWILIO_FROM: .*\+15035550100/],
    [{ TWILIO_FROM: '+15035550100' }, /TWILIO_ACCOUNT_SID is missing/],
    [{ TWILIO_ACCOUNT_SID: ACCOUNT }, /TWILIO_AUTH_TOKEN is missing/],
    [{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: 'token' }, /TWILIO_FROM is missing/],
    [{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+15035550100' }, /PUBLIC_URL is missing/],
  ])('%j is refused by name, with what it takes', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('are refused all at once, without showing a secret', () => {
    const read = () => readConfig({ PORT: '0', LOG_LEVEL: 'loud', CHAT_TOKEN_SECRET: 'my secret' });
    expect(read).toThrow(/PORT: .*\n.*LOG_LEVEL: .*\n.*CHAT_TOKEN_SECRET: /);
    expect(read).not.toThrow('my secret');
  });
});

describe('.env.example', () => {
  it('lists every setting with its description and default, in order', async () => {
    const expected = Object.entries(Settings.shape).map(([key, setting]) => {
      const value = setting.safeParse(undefined).data;
      return `# ${setting.description}\n# ${key}=${value === undefined ? '' : String(value)}\n`;
    });
    const text = await readFile(projectPath('.env.example'), 'utf8');
    const [, ...entries] = text.split('\n\n');
    expect(`${entries.join('\n\n')}`).toBe(expected.join('\n'));
  });
});
