import { dateIn } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import { findTeamQuestion } from '../../store/team-questions.js';
import { sentence } from './blocks/build.js';
import { answerWords, questionCard } from './cards/question-card.js';
import type { HandlingDeps } from './create-handling.js';
import { type Post, storePosts } from './posts.js';

/**
 * Brings the card of a question up to date in the own messages of whoever asked: on its way, in the chat, and with the
 * answer, which also comes as a message of its own. Each state is shown once, however often this is called.
 */
export async function showTeamQuestion(questionId: string, { sql, policy }: HandlingDeps): Promise<void> {
  const question = await findTeamQuestion(sql, questionId);
  if (!question) return;
  const scene = { zone: policy.zone, todayOn: dateIn(policy.zone, await businessNow(sql)) };
  const name = `team-question:${questionId}`;
  const { askedBy: channel, state, delivery } = question;
  const card: Post = {
    ...{ method: 'chat.postMessage', channel, storeAs: name },
    message: questionCard({ ...question, state: 'live', delivery: null }, scene),
  };
  const update: Post = { method: 'chat.update', of: { named: name }, message: questionCard(question, scene) };
  await sql.begin(async (tx) => {
    await storePosts(tx, `${name}:asked`, [card]);
    if (delivery !== null && state === 'live') await storePosts(tx, `${name}:${delivery}`, [update]);
    if (state !== 'live')
      await storePosts(tx, `${name}:${state}`, [
        update,
        { method: 'chat.postMessage', channel, message: sentence(answerWords(question)) },
      ]);
  });
}
