/** Small building blocks of SVG. Coordinates are in a square of 240; text is escaped here and nowhere else. */
export type Extra = Readonly<Record<string, string | number>>;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeXml(value);

export function tag(name: string, attributes: Extra, inner = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`);
  return inner ? `<${name}${list.join('')}>${inner}</${name}>` : `<${name}${list.join('')}/>`;
}

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  rx: number,
  fill: string,
  extra: Extra = {},
) => tag('rect', { x, y, width, height, ...(rx ? { rx } : {}), fill, ...extra });
export const circle = (cx: number, cy: number, r: number, fill: string, extra: Extra = {}) =>
  tag('circle', { cx, cy, r, fill, ...extra });
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, extra: Extra = {}) =>
  tag('ellipse', { cx, cy, rx, ry, fill, ...extra });
export const path = (d: string, fill: string, extra: Extra = {}) => tag('path', { d, fill, ...extra });
/** A line along `d`. */
export const stroke = (d: string, colour: string, width: number, extra: Extra = {}) =>
  tag('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', ...extra });
export const group = (transform: string, ...inner: string[]) => tag('g', { transform }, inner.join(''));
export const text = (x: number, y: number, size: number, fill: string, content: string, extra: Extra = {}) =>
  tag(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-family': 'Helvetica,Arial,sans-serif',
      'font-weight': 700,
      'text-anchor': 'middle',
      fill,
      ...extra,
    },
    escapeXml(content),
  );

/** Colour `a` with a share of `b` in it; both `#rrggbb`. */
export function mix(a: string, b: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const channel = (at: number) =>
    Math.round(part(a, at) * (1 - share) + part(b, at) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

export const lighter = (colour: string, share: number): string => mix(colour, '#ffffff', share);
export const darker = (colour: string, share: number): string => mix(colour, '#14120f', share);

/** Dark letters on light things and the other way round. */
export function inkOn(colour: string): string {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const brightness = 0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5);
  return brightness > 140 ? '#33302b' : '#f6f2ea';
}

/** A thin bright edge, so that dark things stand out from a dark page. */
export const RIM: Extra = { stroke: '#fff', 'stroke-opacity': '.25' };

/** Collects the gradients of one picture. Each method gives what to put into `fill`. */
export interface Paint {
  /** From light above to dark below. */
  body(colour: string): string;
  /** Around an upright cylinder. */
  tube(colour: string): string;
  /** From the middle outwards. */
  glow(middle: string, edge: string, edgeOpacity?: number): string;
  /** Coated glass that catches a window. */
  glass(): string;
  slope(from: string, to: string): string;
  readonly definitions: () => string;
}

export function paint(): Paint {
  const known = new Map<string, string>();
  const add = (kind: string, attributes: Extra, stops: readonly (readonly [number, string, number?])[]): string => {
    const inner = stops
      .map(([offset, colour, opacity]) =>
        tag('stop', {
          offset: String(offset),
          'stop-color': colour,
          ...(opacity === undefined ? {} : { 'stop-opacity': String(opacity) }),
        }),
      )
      .join('');
    const key = `${kind}${JSON.stringify(attributes)}${inner}`;
    const id = `p${known.has(key) ? [...known.keys()].indexOf(key) : known.size}`;
    if (!known.has(key)) known.set(key, tag(kind, { id, ...attributes }, inner));
    return `url(#${id})`;
  };
  return {
    body: (colour) =>
      add('linearGradient', { x2: '.25', y2: '1' }, [
        [0, lighter(colour, 0.2)],
        [0.5, colour],
        [1, darker(colour, 0.24)],
      ]),
    tube: (colour) =>
      add('linearGradient', {}, [
        [0, darker(colour, 0.35)],
        [0.25, lighter(colour, 0.28)],
        [0.55, colour],
        [1, darker(colour, 0.45)],
      ]),
    glow: (middle, edge, edgeOpacity = 1) =>
      add('radialGradient', {}, [
        [0, middle],
        [1, edge, edgeOpacity],
      ]),
    glass: () =>
      add('radialGradient', { cx: '.38', cy: '.32', r: '.8' }, [
        [0, '#a9c7e8'],
        [0.35, '#5b62a8'],
        [0.7, '#2a2450'],
        [1, '#12111d'],
      ]),
    slope: (from, to) =>
      add('linearGradient', { x2: '1', y2: '1' }, [
        [0, from],
        [1, to],
      ]),
    definitions: () => (known.size > 0 ? tag('defs', {}, [...known.values()].join('')) : ''),
  };
}

/** What each drawing gets: the colours as `#rrggbb`, the rest as in Look. */
export interface Subject {
  readonly body: string;
  readonly accent: string;
  readonly size: number;
  readonly label: string;
  readonly detail: string;
}

export type Drawing = (subject: Subject, paint: Paint) => string;

/** What a screen reader says and a browser shows on hover. */
export const title = (content: string): string => tag('title', {}, escapeXml(content));
