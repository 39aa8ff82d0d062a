import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { SmsPolicy } from '../../knowledge/sms-policy.js';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import type { Sql } from '../../store/connect.js';
import { smsBudgetCard } from './cards/sms-budget-card.js';
import { storePosts } from './posts.js';

/** Tells the channels that get the digest, once a day, that no more texts go out on it. */
export async function tellSmsBudget(
  sql: Sql,
  day: string,
  { policy, sms, team }: { policy: ShopPolicy; sms: SmsPolicy; team: StaffPolicy },
): Promise<void> {
  const message = smsBudgetCard({ cents: sms.dailySpendCents, currency: policy.currency });
  const channels = [...new Set(team.channels.digest.map(({ channel }) => channel))];
  const posts = channels.map((channel) => ({ method: 'chat.postMessage' as const, channel, message }));
  await sql.begin((tx) => storePosts(tx, `sms-budget:${day}`, posts));
}
