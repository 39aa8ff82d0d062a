/** What a failure means for the person, in Slack's manner. */
export function failureText(app: string, code: string): string {
  switch (code) {
    case 'operation_timeout':
      return `${app} didn’t respond in time. (operation_timeout)`;
    case 'dispatch_failed':
      return `${app} didn’t respond. (dispatch_failed)`;
    case 'no_connection':
      return 'We’re having trouble connecting. Try again in a moment.';
    case 'service_unavailable':
      return 'Slack is down, as you asked it to be. The knobs bring it back.';
    case 'not_in_channel':
      return 'You’re not in this channel.';
    default:
      return `That didn’t work. (${code})`;
  }
}

export const IN_A_MODAL = 'We had some trouble connecting. Try again?';

const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const fullTime = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
const shortDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

export const dateOf = (ts: string): Date => new Date(Number(ts) * 1_000);
export const timeText = (ts: string): string => time.format(dateOf(ts));
export const fullTimeText = (ts: string): string => fullTime.format(dateOf(ts));

/** "Today", "Yesterday", or "Friday, November 27". */
export function dayText(ts: string, now = new Date()): string {
  const date = dateOf(ts);
  if (date.toDateString() === now.toDateString()) return 'Today';
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return date.toDateString() === yesterday.toDateString() ? 'Yesterday' : day.format(date);
}

/** "today at 9:41 AM". */
export function momentText(ts: string, now = new Date()): string {
  const when = dayText(ts, now);
  return `${when === 'Today' || when === 'Yesterday' ? when.toLowerCase() : shortDay.format(dateOf(ts))} at ${timeText(ts)}`;
}

export const sizeText = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;
