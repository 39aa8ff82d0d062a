import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import type { View } from '@slack/types';
import type { Express } from 'express';
import { SECRET, TOKEN } from './a-workspace.js';

/** What the echo app heard, by kind, in order. */
export type Heard = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface EchoApp {
  readonly app: App;
  readonly heard: Heard[];
}

const FORM: View = {
  type: 'modal',
  callback_id: 'echo_form',
  title: { type: 'plain_text', text: 'Echo' },
  submit: { type: 'plain_text', text: 'Say it' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'words',
      label: { type: 'plain_text', text: 'Words' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

/** A small real Bolt app that says things again: what the stand-in must be able to carry. */
export function startEchoApp(at: {
  readonly server: Express;
  readonly publicUrl: string;
  readonly signingSecret?: string;
}): EchoApp {
  const receiver = new ExpressReceiver({ signingSecret: at.signingSecret ?? SECRET, app: at.server });
  const app = new App({
    token: TOKEN,
    receiver,
    logLevel: LogLevel.ERROR,
    ignoreSelf: false,
    clientOptions: { slackApiUrl: `${at.publicUrl}/api/` },
  });
  const heard: Heard[] = [];

  app.command('/echo', async ({ command, ack, respond, client }) => {
    heard.push({ kind: 'command', ...command });
    await ack();
    if (command.text === 'form') await client.views.open({ trigger_id: command.trigger_id, view: FORM });
    else
      await respond({
        text: command.text,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: `*${command.text}*` } },
          {
            type: 'actions',
            block_id: 'answer',
            elements: [
              {
                type: 'button',
                action_id: 'echo:shout',
                value: command.text,
                style: 'primary',
                text: { type: 'plain_text', text: 'Shout' },
              },
            ],
          },
        ],
      });
  });
  app.action('echo:shout', async ({ action, body, ack, respond }) => {
    heard.push({ kind: 'action', action, body });
    await ack();
    const said = 'value' in action ? String(action.value) : '';
    await respond({ text: `${said.toUpperCase()}!`, replace_original: true });
  });
  app.view('echo_form', async ({ ack, view, body, client }) => {
    heard.push({ kind: 'submission', view });
    const words = view.state.values.words?.text?.value ?? '';
    if (!words.includes('please')) return ack({ response_action: 'errors', errors: { words: 'Say please.' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: words });
  });
  app.view({ callback_id: 'echo_form', type: 'view_closed' }, async ({ ack, body }) => {
    heard.push({ kind: 'closed', view: body.view });
    await ack();
  });
  app.shortcut('echo_this', async ({ shortcut, ack, respond }) => {
    heard.push({ kind: 'shortcut', shortcut });
    await ack();
    if (shortcut.type === 'message_action') await respond({ text: `You said: ${shortcut.message.text}` });
  });
  app.options('echo:pick', async ({ options, ack }) => {
    heard.push({ kind: 'options', value: options.value });
    await ack({ options: [{ text: { type: 'plain_text', text: `About ${options.value}` }, value: options.value }] });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    heard.push({ ...event, kind: 'home' });
    if (event.tab === 'home')
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Your echoes' } }] },
      });
  });
  app.event('app_mention', async ({ event, client }) => {
    heard.push({ ...event, kind: 'mention' });
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.thread_ts ?? event.ts, text: 'Yes?' });
  });
  app.event('message', async ({ event }) => {
    heard.push({ ...event, kind: 'message' });
  });
  return { app, heard };
}
