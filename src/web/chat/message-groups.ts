import type { Entry } from './conversation-log.js';

/** Messages in a row by one author on one day, drawn together under one name. */
export interface MessageGroup {
  readonly key: string;
  readonly author: 'me' | 'assistant' | 'person';
  readonly personName?: string;
  readonly entries: readonly Entry[];
}

/** One day of the conversation in the reader's own time zone. `day` is the ISO instant of its first message. */
export interface MessageDay {
  readonly day: string;
  readonly groups: readonly MessageGroup[];
}

const pauseMillis = 10 * 60_000;

/** Splits messages into days, and each day into groups; a pause of ten minutes begins a new group. */
export function groupMessages(entries: readonly Entry[], dayOf: (instant: string) => string = localDay): MessageDay[] {
  const days: {
    day: string;
    groups: { key: string; author: MessageGroup['author']; personName?: string; entries: Entry[] }[];
  }[] = [];
  let previous: Entry | undefined;
  for (const entry of entries) {
    if (!previous || dayOf(previous.at) !== dayOf(entry.at)) days.push({ day: entry.at, groups: [] });
    const groups = days.at(-1)?.groups ?? [];
    const group = groups.at(-1);
    const author = entry.kind === 'own' ? 'me' : entry.author;
    const personName = entry.kind === 'desk' ? entry.personName : undefined;
    const paused = previous && Date.parse(entry.at) - Date.parse(previous.at) > pauseMillis;
    if (group && group.author === author && group.personName === personName && !paused) group.entries.push(entry);
    else groups.push({ key: entryKey(entry), author, entries: [entry], ...(personName && { personName }) });
    previous = entry;
  }
  return days;
}

/** A key that stays the same while a message goes from sending to sent. */
export function entryKey(entry: Entry): string {
  return entry.kind === 'own' ? entry.key : entry.id;
}

/** "3:42 PM" in the reader's time zone. */
export function clockText(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}

/** "Today", "Yesterday" or "Monday, November 23" as seen from `now` (milliseconds). */
export function dayText(instant: string, now: number): string {
  const day = localDay(instant);
  if (day === localDay(new Date(now).toISOString())) return 'Today';
  if (day === localDay(new Date(now - 86_400_000).toISOString())) return 'Yesterday';
  return new Date(instant).toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
}

function localDay(instant: string): string {
  return new Date(instant).toDateString();
}
