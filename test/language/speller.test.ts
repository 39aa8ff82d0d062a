import { describe, expect, it } from 'vitest';
import { correct, createSpeller } from '../../src/language/speller.js';

const speller = createSpeller(['order', 'where', 'cancel', 'like', 'refund']);

describe('mending a misspelt word', () => {
  it.each([
    ['oder', 'order'],
    ['odrer', 'order'],
    ['orrder', 'order'],
    ['orfer', 'order'],
    ['cancle', 'cancel'],
    ['hwere', 'where'],
  ])('reads %s as %s', (written, meant) => {
    expect(correct(speller, written)).toBe(meant);
  });

  it.each(['order', 'bike', 'lik', 'lehenga', 'odrre'])('leaves %s as it is', (word) => {
    expect(correct(speller, word)).toBe(word);
  });
});
