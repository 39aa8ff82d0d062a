import type { Happened } from './wire.js';

/** Thursday, December 3 */
export const longDay = (at: string, zone: string): string =>
  new Date(at).toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: zone });

/** Thu, Dec 3 */
export const shortDay = (at: string, zone = 'UTC'): string =>
  new Date(at).toLocaleDateString('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: zone });

/** 10:00 AM */
export const clock = (at: string, zone: string): string =>
  new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone });

/** Minutes by which the demo may differ from real time and still be called so. */
const ABOUT_NOW_MS = 5 * 60_000;
export const isRealTime = (at: string, really: number): boolean => Math.abs(Date.parse(at) - really) < ABOUT_NOW_MS;

const MOST_NAMES = 3;

/** Ana Silva, Ben Okafor and 4 more */
export function whom(names: readonly string[], count: number): string {
  const named = names.slice(0, count > names.length || names.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES);
  const more = count - named.length;
  const all = more > 0 ? [...named, `${more} more`] : named;
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '');
}

const many = (count: number, one: string, several = `${one}s`): string => (count === 1 ? one : `${count} ${several}`);
const people = ({ people, names }: Happened): string => whom(names, people);

const SENTENCES: Readonly<Record<string, (happened: Happened) => string>> = {
  supplier_asked: (one) => `${many(one.count, 'a question', 'questions')} to ${people(one)}`,
  supplier_wrote: (one) => `${people(one)} wrote`,
  news_told: (one) => `news to ${people(one)}`,
  customer_wrote: (one) => `${people(one)} answered by mail`,
  notice_sent: (one) => `${many(one.count, 'a notice', 'notices')} sent to ${people(one)}`,
  kept: (one) => `${people(one)} ${one.people === 1 ? 'keeps' : 'keep'} waiting`,
  cancelled: (one) => `${people(one)} cancelled`,
  digest: () => 'the managers’ digest sent in Slack',
};

/** What happened on one day in a line; each thing once. */
export function dayLine(things: readonly Happened[]): string {
  const said = things.flatMap((one) => SENTENCES[one.kind]?.(one) ?? []);
  const line = said.join('; ');
  return line === '' ? '' : `${line[0]?.toUpperCase()}${line.slice(1)}.`;
}
