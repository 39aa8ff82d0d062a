import { findNotice } from '../../store/delay-notices.js';
import type { Carried } from '../../store/jobs/queues.js';
import { noticeNewsCard } from './cards/notice-news-card.js';
import type { HandlingDeps } from './create-handling.js';
import { storePosts } from './posts.js';

/** Tells whoever of the team sent a delay notice what became of it, in their own messages, once. */
export async function tellNoticeNews(
  { noticeId, news }: Carried<'notice-news'>,
  { sql }: Pick<HandlingDeps, 'sql'>,
): Promise<void> {
  const notice = await findNotice(sql, noticeId);
  if (!notice) return;
  const message = noticeNewsCard(notice, news);
  await sql.begin((tx) =>
    storePosts(tx, `notice-news:${noticeId}:${news}`, [
      { method: 'chat.postMessage', channel: notice.madeBy, message },
    ]),
  );
}
