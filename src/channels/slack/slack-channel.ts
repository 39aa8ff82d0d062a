import { type Channel, type Delivery, doublingPause } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { Sql } from '../../store/connect.js';
import type { Claimed } from '../../store/outbox.js';
import { keepSlackMessage } from '../../store/slack-messages.js';
import { findSent } from './find-sent.js';
import { CHANNEL, Post } from './posts.js';
import { type Attempt, sendPost } from './send-post.js';
import type { WebApi } from './web-api.js';

/** Tries, over about two hours, before a message that Slack does not take is given up. */
const MOST_ATTEMPTS = 30;
const LONGEST_PAUSE_SECONDS = 300;
/** A message that went out may not stand in the channel's history at once. */
const LOOK_UP_AFTER_SECONDS = 3;

/** The way out to Slack: sends what is in the outbox, each lane in its order, and waits where Slack says so. */
export function createSlackChannel(deps: {
  sql: Sql;
  api: WebApi;
  responseHosts: readonly string[];
  log: Log;
}): Channel {
  const { sql, log } = deps;
  /** Until when a method rests, in this process; other processes find out for themselves. */
  const resting = new Map<string, number>();

  async function deliverOne(row: Claimed): Promise<Delivery> {
    const post = Post.parse(row.payload);
    const rest = ((resting.get(restKey(post)) ?? 0) - Date.now()) / 1_000;
    if (rest > 0) return { kind: 'retry', id: row.id, afterSeconds: rest, error: 'Slack wants a pause' };
    const attempt = await sendPost(post, row, deps);
    if (attempt.kind === 'limited') resting.set(restKey(post), Date.now() + attempt.afterSeconds * 1_000);
    return record(row, post, attempt);
  }

  async function record(row: Claimed, post: Post, attempt: Attempt): Promise<Delivery> {
    const { id } = row;
    switch (attempt.kind) {
      case 'sent':
        if (post.method === 'chat.postMessage' && post.storeAs && attempt.landed)
          await keepSlackMessage(sql, post.storeAs, attempt.landed);
        return { kind: 'sent', id };
      case 'limited':
        log.warn({ outbox: id, method: post.method, seconds: attempt.afterSeconds }, 'Slack wants a pause');
        return { kind: 'retry', id, afterSeconds: attempt.afterSeconds, error: 'Slack wants a pause' };
      case 'refused':
        return { kind: 'dead', id, error: attempt.error };
      case 'not_yet':
        return failed(row, 1, attempt.error);
      case 'unreachable':
        return failed(row, pauseAfter(row), attempt.error);
      case 'unanswered':
        // only a message in a channel can be found again; doing the others twice does no harm
        return post.method === 'chat.postMessage'
          ? { kind: 'unknown', id, afterSeconds: LOOK_UP_AFTER_SECONDS, error: attempt.error }
          : failed(row, pauseAfter(row), attempt.error);
    }
  }

  async function lookUpOne(row: Claimed): Promise<Delivery> {
    const post = Post.parse(row.payload);
    if (post.method !== 'chat.postMessage') return { kind: 'retry', id: row.id, afterSeconds: 0, error: 'cut off' };
    const found = await findSent(post, row, deps);
    if (found.kind === 'found') return record(row, post, { kind: 'sent', landed: found.landed });
    if (found.kind === 'missing') return { kind: 'retry', id: row.id, afterSeconds: 0, error: 'it did not go out' };
    return { kind: 'unknown', id: row.id, afterSeconds: found.afterSeconds, error: found.error };
  }

  return {
    name: CHANNEL,
    resendable: false,
    atOnce: 8,
    deliver: (rows) => Promise.all(rows.map(deliverOne)),
    lookUp: (rows) => Promise.all(rows.map(lookUpOne)),
  };
}

const failed = ({ id, attempts }: Claimed, afterSeconds: number, error: string): Delivery =>
  attempts >= MOST_ATTEMPTS ? { kind: 'dead', id, error } : { kind: 'retry', id, afterSeconds, error };

const pauseAfter = ({ attempts }: Claimed): number => doublingPause(attempts, { longest: LONGEST_PAUSE_SECONDS });

/** Slack counts messages by channel, everything else by method. */
const restKey = (post: Post): string =>
  post.method === 'chat.postMessage' || post.method === 'chat.postEphemeral'
    ? `${post.method} ${post.channel}`
    : post.method;
