import type { Interface } from 'node:readline';
import { ButtonValue } from '../conversation/activity.js';
import { actionsOf, type Talk, type TalkEvent } from './chat-json.js';
import type { TurnRecord } from './turn-record.js';

const NAME = 'terminal';

/** A conversation in the terminal. Quick replies are numbered; a number alone presses one. */
export async function chatInTerminal(input: Interface, talk: Talk): Promise<void> {
  // asked for before the greeting is awaited: lines that are piped in come at once and would be lost
  const lines = input[Symbol.asyncIterator]();
  let choices = show(await talk.send(NAME, { kind: 'opened' }));
  process.stdout.write('\n> ');
  for await (const line of lines) {
    const text = line.trim();
    if (text !== '') choices = show(await talk.send(NAME, choices[Number(text) - 1] ?? { kind: 'message', text }));
    process.stdout.write('\n> ');
  }
  process.stdout.write('\n');
}

function show({ replies }: TurnRecord): TalkEvent[] {
  for (const { activity } of replies) process.stdout.write(`\n${activity.text}\n`);
  const choices = actionsOf(replies.at(-1)?.activity ?? {}).map(({ title, value }): TalkEvent => {
    const pressed = ButtonValue.safeParse(value);
    return { kind: 'message', text: title, ...(pressed.success && { value: pressed.data }) };
  });
  for (const [index, choice] of choices.entries())
    process.stdout.write(`  ${index + 1}  ${choice.kind === 'message' ? choice.text : ''}\n`);
  return choices;
}
