import { Router } from 'express';
import { tellSmsBudget } from '../channels/slack/tell-sms-budget.js';
import { createSms, type Sms } from '../channels/sms/create-sms.js';
import { INCOMING_PATH } from '../channels/sms/sms-paths.js';
import { createTwilio } from '../channels/sms/twilio-provider.js';
import type { Config } from '../config.js';
import { demoPeople } from '../demo/people.js';
import { projectPath } from '../paths.js';
import { createSandboxPhone } from '../sandbox/phone/create-sandbox-phone.js';
import type { Sql } from '../store/connect.js';
import { phonesByEmail } from '../store/customers.js';
import { sharedSecret } from '../store/server-secrets.js';
import { ownOrigin } from './origins.js';
import { sandboxPlace } from './sandbox-place.js';
import type { ServerParts } from './server-parts.js';

export interface OpenedSms {
  readonly sms: Sms | null;
  /** The phones that take the place of people's own, when no provider is connected; for the whole desk. */
  readonly sandbox: Router | null;
}

interface Parts extends ServerParts {
  /** Whether Slack, or its stand-in, hears of it when the day's budget is spent. */
  readonly hasSlack: boolean;
}

/** Where the stand-in is mounted. */
export const PHONE_PATH = '/sandbox/phone';
/** An account and a number that nobody can have: 555-01xx is kept for fiction. */
const SANDBOX_ACCOUNT = `AC${'0'.repeat(32)}`;
const SANDBOX_NUMBER = '+15035550199';

/** The number texts go out from; null where none do. Known before there is a desk that sends them. */
export const textsFrom = (config: Config): string | null =>
  config.sms?.from ?? (config.demoShop ? SANDBOX_NUMBER : null);

/** Texting as it is configured; without its keys, beside the demo shop, phones on this very port; else none. */
export async function openSms({ sql, house, config, log, desk, time, hasSlack }: Parts): Promise<OpenedSms> {
  const { policy, rules, team, wording } = house;
  const parts = {
    sql,
    policy,
    rules,
    wording,
    log,
    receive: desk.receive,
    async tellManagers(day: string) {
      log.error({ day }, 'the budget for texts is spent: none go out until tomorrow');
      if (hasSlack) await tellSmsBudget(sql, day, { policy, sms: rules.sms, team });
    },
  };
  if (config.sms) {
    const { publicUrl, ...settings } = config.sms;
    return { sms: createSms({ ...parts, publicUrl, provider: createTwilio(settings) }), sandbox: null };
  }
  if (!time) return { sms: null, sandbox: null };
  const authToken = await sharedSecret(sql, 'sandbox-sms');
  const publicUrl = ownOrigin(config);
  const account = { accountSid: SANDBOX_ACCOUNT, authToken };
  const phones = createSandboxPhone({
    ...account,
    file: `${sandboxPlace(config, 'phone', authToken)}.jsonl`,
    ours: SANDBOX_NUMBER,
    appUrl: publicUrl + INCOMING_PATH,
    shopName: policy.name,
    people: () => peopleWithPhones(sql),
    pages: projectPath('dist/web-sandbox/phone'),
    now: time.now,
  });
  const provider = createTwilio({ ...account, from: SANDBOX_NUMBER, apiUrl: publicUrl + PHONE_PATH });
  return { sms: createSms({ ...parts, publicUrl, provider }), sandbox: Router().use(PHONE_PATH, phones) };
}

async function peopleWithPhones(sql: Sql) {
  const people = demoPeople();
  const phones = await phonesByEmail(
    sql,
    people.map(({ email }) => email),
  );
  return people.flatMap(({ name, email, try: sentence }) => {
    const phone = phones.get(email);
    return phone === undefined ? [] : [{ name, phone, try: sentence }];
  });
}
