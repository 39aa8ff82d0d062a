const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern, in order. As `matchAll`, which compiles the pattern anew for each text; most of the
 * patterns that a message is read with find nothing.
 */
export function matchesOf(text: string, shape: RegExp): readonly RegExpExecArray[] {
  shape.lastIndex = 0;
  let match = shape.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = shape.exec(text)) {
    found.push(match);
    if (match[0] === '') shape.lastIndex += 1;
  }
  return found;
}

/** For a pattern that finds just these characters. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
