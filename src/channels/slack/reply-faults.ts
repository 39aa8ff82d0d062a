import type { Finding } from '../../tools/lint-reply.js';
import { clip } from './blocks/build.js';
import type { Faults } from './define-view.js';

/** What a modal can carry to the next one, with room for where it was opened. */
const MOST_CARRIED = 2_400;

/** A text that the preview could not carry. */
export const tooLong = (text: string): Faults | null =>
  JSON.stringify(text).length > MOST_CARRIED ? { text: 'Please shorten it a little, or send it in two parts.' } : null;

interface Checked {
  readonly kind: string;
  readonly findings?: readonly Finding[];
}

/** What stops a reply, and its cure, in a sentence; null when nothing does. */
export function stopWords({ kind, findings = [] }: Checked): string | null {
  const [finding] = kind === 'stopped' ? findings : [];
  return finding ? clip(`“${finding.words}”: ${finding.why} ${finding.sayInstead}`, 300) : null;
}

/** The same at the field of a modal. */
export function faultOf(checked: Checked): Faults {
  const stop = stopWords(checked);
  return stop === null ? {} : { text: stop };
}
