import type { Money } from '../../../domain/kernel/money.js';
import { sayMoney } from '../../../wording/formats.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';

/** That a day's budget for texts is spent, what that means, and where it is raised. */
export const smsBudgetCard = (budget: Money): Message =>
  sentence(
    mrkdwn`*No more texts go out today:* the budget of ${sayMoney(budget)} is spent. Customers who write by text get no answer until tomorrow; chat and Slack go on. The budget is \`dailySpendCents\` in knowledge/policy/sms.yaml.`,
  );
