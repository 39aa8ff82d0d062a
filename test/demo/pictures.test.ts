import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/demo/catalogue/catalogue.js';
import { tag, text, title } from '../../src/demo/pictures/drawing.js';
import { picture } from '../../src/demo/pictures/picture.js';

/** Every tag of an SVG document, opened and closed in order; throws where it is not well-formed. */
function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const token = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z][\w:-]*="[^"<]*")*)(\/?)>|([^<]+)|(<)/g;
  for (const [whole, closing, name, attributes = '', selfClosing, content, stray] of svg.matchAll(token)) {
    if (stray) throw new Error(`Stray < after ${seen.at(-1)}`);
    if (content !== undefined) {
      if (/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(content)) throw new Error(`Unescaped text: ${content}`);
      continue;
    }
    const names = [...attributes.matchAll(/ ([a-zA-Z][\w:-]*)=/g)].map((match) => match[1]);
    if (new Set(names).size < names.length) throw new Error(`An attribute twice: ${whole}`);
    if (closing) {
      if (open.pop() !== name) throw new Error(`${whole} closes something else`);
    } else {
      seen.push(name!);
      if (!selfClosing) open.push(name!);
    }
  }
  if (open.length > 0) throw new Error(`Never closed: ${open}`);
  return seen;
}

describe('the pictures of the demo shop', () => {
  it.each(CATALOGUE.map(({ sku }) => sku))('draws %s as a small, well-formed SVG with a title', (sku) => {
    const svg = picture(sku)!;
    const elements = elementsOf(svg);
    expect(elements.slice(0, 2)).toEqual(['svg', 'title']);
    expect(elements.length).toBeGreaterThan(12);
    expect(elements).not.toContain('script');
    expect(svg.length).toBeLessThan(5_000);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|href/);
  });

  it('refers only to gradients that are there, each defined once', () => {
    for (const { sku } of CATALOGUE) {
      const svg = picture(sku)!;
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
    }
  });

  it('gives no two SKUs the same picture', () => {
    const drawn = CATALOGUE.map(({ sku }) => picture(sku)!.replace(/<title>.*?<\/title>/, ''));
    expect(new Set(drawn).size).toBe(CATALOGUE.length);
  });

  it('draws the same picture every time, and none for what is not sold', () => {
    expect(picture('LEN-50-AW')).toBe(picture('LEN-50-AW'));
    expect(picture('LEN-50-XX')).toBeUndefined();
  });

  it('keeps text and attributes from becoming markup', () => {
    expect(title('<script>"A" & B</script>')).toBe('<title>&lt;script&gt;&quot;A&quot; &amp; B&lt;/script&gt;</title>');
    expect(elementsOf(text(1, 2, 3, '#fff', '<b>&'))).toEqual(['text']);
    expect(tag('rect', { fill: '"><script>' })).toBe('<rect fill="&quot;&gt;&lt;script&gt;"/>');
  });
});
