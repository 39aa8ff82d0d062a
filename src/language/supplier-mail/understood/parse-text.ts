import type { DayContext } from '../mail-day.js';
import { type AskedOrder, markStatement } from '../marked-statement.js';
import { withoutAddress } from './address-lines.js';
import { type Parsed, parseStatement } from './parse-statement.js';
import { type Token, tokensOf } from './tokens.js';

/** A sentence as the grammar takes it. */
export interface ParsedText extends Parsed {
  readonly tokens: readonly Token[];
  /** It names the supplier. */
  readonly isOfFirm: boolean;
}

export function parseText(text: string, order: AskedOrder, days: DayContext): ParsedText {
  const tokens = tokensOf(markStatement(withoutAddress(text), order, days), order, days);
  return { tokens, isOfFirm: tokens.some(({ mark }) => mark === 'W'), ...parseStatement(tokens) };
}
