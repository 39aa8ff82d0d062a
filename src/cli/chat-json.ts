import type { Interface } from 'node:readline';
import { z } from 'zod';
import type { ButtonValue } from '../conversation/activity.js';
import { InputError } from './input-error.js';
import type { TurnRecord } from './turn-record.js';

export type TalkEvent =
  | { readonly kind: 'message'; readonly text: string; readonly value?: ButtonValue }
  | { readonly kind: 'opened' };

/** A way to talk: conversations by a name of the caller's choice, opened on first use. */
export interface Talk {
  send(conversation: string, event: TalkEvent): Promise<TurnRecord>;
}

const Line = z.object({ conversation: z.string().min(1).default('1'), text: z.string().min(1).max(2_000) });

/** Answers each `{"conversation","text"}` line with one JSON line per reply. A reply's quick replies go along as titles. */
export async function chatOverJson(input: Interface, talk: Talk): Promise<void> {
  let number = 0;
  for await (const line of input) {
    number += 1;
    if (line.trim() === '') continue;
    const { conversation, text } = readLine(line, number);
    const record = await talk.send(conversation, { kind: 'message', text });
    for (const { activity, facts } of record.replies) {
      const { toolCalls, handedOff } = record;
      process.stdout.write(
        `${JSON.stringify({ conversation, text: activity.text, template: templateOf(activity), facts, toolCalls, handedOff, quickReplies: titlesOf(activity) })}\n`,
      );
    }
  }
}

function readLine(line: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    throw new InputError(
      `stdin:${number}:1: write {"conversation":"1","text":"…"} with a text of 1 to 2,000 characters`,
    );
  }
}

const Extras = z.looseObject({
  channelData: z.looseObject({ template: z.string().optional() }).optional(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), type: z.string(), value: z.unknown() })) })
    .optional(),
});

const templateOf = (activity: unknown): string | null => Extras.parse(activity).channelData?.template ?? null;
export const actionsOf = (activity: unknown) => Extras.parse(activity).suggestedActions?.actions ?? [];
const titlesOf = (activity: unknown): string[] => actionsOf(activity).map(({ title }) => title);
