import { describe, expect, it } from 'vitest';
import { dayLine, whom } from '../../src/web/sandbox/home/words.js';

describe('the line of a day', () => {
  it('names who it concerned, and counts the rest', () => {
    expect(whom(['Ana'], 1)).toBe('Ana');
    expect(whom(['Ana', 'Ben'], 2)).toBe('Ana and Ben');
    expect(whom(['Ana', 'Ben', 'Chloe'], 3)).toBe('Ana, Ben and Chloe');
    expect(whom(['Ana', 'Ben', 'Chloe', 'Diego'], 4)).toBe('Ana, Ben and 2 more');
    expect(whom(['Ana', 'Ben', 'Chloe', 'Diego'], 14)).toBe('Ana, Ben and 12 more');
  });

  it('says each thing once, as a sentence', () => {
    const on = '2026-12-03';
    const line = dayLine([
      { on, kind: 'supplier_wrote', count: 2, people: 1, names: ['Marlow Optical'] },
      { on, kind: 'notice_sent', count: 2, people: 2, names: ['Ana', 'Ben'] },
      { on, kind: 'kept', count: 1, people: 1, names: ['Ana'] },
      { on, kind: 'something new', count: 1, people: 1, names: ['Ana'] },
    ]);
    expect(line).toBe('Marlow Optical wrote; 2 notices sent to Ana and Ben; Ana keeps waiting.');
    expect(dayLine([])).toBe('');
  });
});
