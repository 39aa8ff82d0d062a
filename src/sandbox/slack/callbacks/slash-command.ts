import type { Core } from '../core.js';
import { encodeTypedText, escapeText } from '../encode-typed-text.js';
import { postMessage } from '../messages.js';
import { SlackError } from '../slack-error.js';
import { APP, personBy, SLACKBOT, TEAM } from '../state/seed.js';
import { channelName } from './payload-parts.js';
import { answerDeed, contentOf, makeResponseUrl, Response } from './response-urls.js';
import type { Seat } from './triggers.js';

export interface TypedCommand {
  readonly channel: string;
  /** The whole line, from the slash on. */
  readonly line: string;
  readonly threadTs?: string | undefined;
}

/** Carries out a line that begins with a slash: the app's own commands go to the app, the rest is Slack's. */
export async function runSlashCommand(core: Core, seat: Seat, typed: TypedCommand): Promise<void> {
  const { workspace, triggers } = core;
  const [, name = '', text = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(typed.line) ?? [];
  const conversation = workspace.conversationFor(seat.user, typed.channel);
  const tell = (words: string) =>
    postMessage(core, {
      channel: typed.channel,
      user: SLACKBOT,
      text: words,
      onlyFor: seat.user,
      ...(typed.threadTs !== undefined && { threadTs: typed.threadTs }),
    });
  const command = core.commands.find((one) => one.command === name);
  if (name === '/invite' && typed.threadTs === undefined) {
    const refusal = inviteApp(core, seat, typed.channel, text);
    if (refusal !== null) tell(refusal);
    return;
  }
  if (!command) {
    tell(
      `\`${name}\` is not a valid command. In Slack, all messages that start with the “/” symbol are interpreted as commands.`,
    );
    return;
  }
  if (typed.threadTs !== undefined) {
    tell(`\`${name}\` is not supported in threads. Sorry!`);
    return;
  }
  const deed = { channel: typed.channel, user: seat.user };
  const outcome = await core.postToApp({
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({
      token: 'sandbox-verification-token',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: typed.channel,
      channel_name: channelName(conversation),
      user_id: seat.user,
      user_name: personBy(seat.user)?.handle ?? '',
      command: name,
      text: command.shouldEscape
        ? withHandles(encodeTypedText(text, workspace.conversationsOf(seat.user)))
        : escapeText(text),
      api_app_id: APP.id,
      is_enterprise_install: 'false',
      response_url: makeResponseUrl(core, deed),
      trigger_id: triggers.make(seat),
    }).toString(),
  });
  if (outcome.kind === 'failed') {
    tell(`\`${name}\` failed with the error “${outcome.code}”`);
    return;
  }
  const answer = answerIn(outcome.body, outcome.isJson);
  if (answer === null) return;
  if (answer.response_type === 'in_channel')
    postMessage(core, { channel: typed.channel, user: seat.user, text: escapeText(typed.line) });
  try {
    answerDeed(core, deed, answer, contentOf(answer));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    tell(`\`${name}\` failed with the error “${error.code}”`);
  }
}

/** In a command Slack writes a person's handle beside the id. */
const withHandles = (text: string): string =>
  text.replace(/<@(\w+)>/g, (code, id: string) => `<@${id}|${personBy(id)?.handle ?? code}>`);

/** The answer in an acknowledgement, or null for a bare one. */
function answerIn(body: string, isJson: boolean): Response | null {
  if (body.trim() === '') return null;
  if (!isJson) return { text: body };
  try {
    const read = Response.safeParse(JSON.parse(body));
    if (!read.success) return { text: body };
    return read.data.text === undefined && read.data.blocks === undefined ? null : read.data;
  } catch {
    return { text: body };
  }
}

/** Slack's own `/invite @app`. Returns why it cannot be, or null when it was done. */
function inviteApp({ workspace }: Core, seat: Seat, channel: string, text: string): string | null {
  const named = text.trim().replace(/^@/, '').toLowerCase();
  if (![APP.name.toLowerCase(), APP.handle].includes(named))
    return `I couldn’t find “${text.trim()}”. Try \`/invite @${APP.name}\`.`;
  const { members, kind } = workspace.membershipOf(seat.user, channel);
  if (kind === 'im' || kind === 'mpim') return 'You can’t invite an app to a direct message.';
  if (members.includes(APP.userId)) return `${APP.name} is already in this channel.`;
  workspace.record({ kind: 'joined', channel, user: APP.userId });
  const words = `was added to the channel by <@${seat.user}>.`;
  postMessage({ workspace }, { channel, user: APP.userId, subtype: 'channel_join', text: words });
  return null;
}
