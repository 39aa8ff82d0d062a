import { ButtonValue, type QuickReply } from '../../conversation/activity.js';
import type { DueText } from '../../store/sms-texts.js';
import type { Wording } from '../../wording/render.js';
import { countSegments, toGsm } from '../../wording/sms-segments.js';

export interface Composed {
  readonly text: string;
  readonly segments: number;
  /** What each digit in it means, in order. */
  readonly choices: readonly QuickReply[];
}

/** A message is kept to this where it need not be longer. */
export const MOST_SEGMENTS = 2;
/** More digits than one has fingers on a hand are no choice but a list. */
const MOST_CHOICES = 9;

export interface Sender {
  readonly shopName: string;
  readonly assistantName: string;
}

/**
 * A message as a text: plain signs, the choices by their digits, and who writes before the very first one and before one
 * that nobody asked for. Suggestions that
 * answer no question are left out where they would make it longer than two segments. A reply is never YES or CANCEL:
 * carriers take these for their own.
 */
export function composeText(
  { author, body, goesOn, isFirst }: DueText,
  { shopName, assistantName }: Sender,
  wording: Wording,
): Composed {
  const introduction =
    isFirst && author === 'assistant'
      ? `${wording.say('first-text', { shopName, assistantName })}\n`
      : body.channelData?.customerMessage !== undefined
        ? `${shopName}: `
        : '';
  const said = toGsm(introduction + body.text);
  const choices = goesOn ? [] : choicesOf(body).slice(0, MOST_CHOICES);
  const digits = toGsm(choices.map(({ title }, at) => `${at + 1} ${title}`).join('\n'));
  const whole = `${said}\nReply\n${digits}`;
  const isAsked = body.text.trimEnd().endsWith('?') || choices.some(({ value }) => value !== undefined);
  const { segments } = countSegments(whole);
  if (choices.length > 0 && (isAsked || segments <= MOST_SEGMENTS)) return { text: whole, segments, choices };
  return { text: said, segments: countSegments(said).segments, choices: [] };
}

function choicesOf({ suggestedActions }: DueText['body']): QuickReply[] {
  return (suggestedActions?.actions ?? []).map(({ title, value }) => {
    const button = ButtonValue.safeParse(value);
    return { title, ...(button.success && { value: button.data }) };
  });
}
