import { circle, type Drawing, darker, ellipse, group, inkOn, lighter, path, RIM, rect, stroke } from './drawing.js';

/** Rows of keys drawn as dashes: a dash is a key. */
export const keyboard: Drawing = ({ body, accent, size }, p) => {
  const w = 140 + size * 60;
  const h = size < 0.3 ? 74 : 82;
  const x = 120 - w / 2;
  const y = 128 - h / 2;
  const rows = size < 0.3 ? 5 : 6;
  const pitch = (h - 14) / rows;
  const cap = lighter(body, inkOn(body) === '#f6f2ea' ? 0.22 : 0.45);
  const block = (from: number, to: number, dash: number, row: number) =>
    stroke(`M${from} ${y + 7 + pitch * (row + 0.5)}H${to}`, cap, pitch - 2.6, {
      'stroke-dasharray': `${dash} 2.2`,
      'stroke-linecap': 'butt',
    });
  const main = size > 0.8 ? x + w * 0.76 : x + w - 8;
  const lines = Array.from({ length: rows }, (_, row) => {
    const last = row === rows - 1;
    return last
      ? block(x + 8, x + 34, 11, row) +
          rect(x + 37, y + 8.3 + pitch * row, (main - x) * 0.42, pitch - 2.6, 2, cap) +
          block(main - 40, main, 11, row)
      : block(x + 8, main, row % 2 ? 9.4 : 10.2, row);
  });
  const pad =
    size > 0.8 ? Array.from({ length: rows - 1 }, (_, row) => block(main + 6, x + w - 8, 10.4, row + 1)).join('') : '';
  return group(
    'rotate(-9 120 124)',
    rect(x, y + 9, w, h, 11, darker(body, 0.55)),
    rect(x, y, w, h, 11, p.body(darker(body, 0.22)), RIM),
    ...lines,
    pad,
    rect(x + 8, y + 8.3, 10.4, pitch - 2.6, 2, accent),
    rect(main - 17, y + 8.3 + pitch * (rows - 3), 17, pitch - 2.6, 2, accent),
    size > 0.3 && size < 0.8 ? circle(x + w - 16, y + 13, 8, p.body('#d4d7da')) : '',
  );
};

export const mouse: Drawing = ({ body, accent }, p) =>
  group(
    'rotate(14 120 120)',
    path('M72 102c0-74 96-74 96 0v34c0 70-96 70-96 0z', darker(body, 0.45), { transform: 'translate(4 6)' }),
    path('M72 102c0-74 96-74 96 0v34c0 70-96 70-96 0z', p.body(body), RIM),
    stroke('M120 48v56M73 108q47 14 94 0', '#000', 1.6, { opacity: '.28' }),
    rect(113, 62, 14, 32, 7, '#24272c'),
    rect(116, 66, 8, 24, 4, p.tube(accent)),
    path('M82 96c2-28 14-38 26-42-8 12-12 28-12 48z', '#fff', { opacity: '.28' }),
    circle(120, 126, 2.6, '#62d39d'),
  );

export const hub: Drawing = ({ body, size }, p) => {
  const w = 132 + size * 34;
  const h = 48 + size * 40;
  const x = 120 - w / 2;
  const y = 178 - h;
  const socket = (left: number, top: number, width: number) =>
    rect(left, top, width, 11, width > 20 ? 2 : 5, '#1c1e22') + rect(left + 4, top + 5, width - 8, 2, 1, '#7b8088');
  const row = (top: number) =>
    socket(x + 16, top, 26) + socket(x + 50, top, 26) + socket(x + 84, top, 18) + socket(x + 110, top, 13);
  return [
    stroke(`M${x + 26} ${y - 8}C${x + 20} 66 96 44 150 62`, darker(body, 0.1), 9),
    stroke(`M${x + 26} ${y - 8}C${x + 20} 66 96 44 150 62`, '#3a3e45', 7),
    group(
      'translate(150 62) rotate(20)',
      rect(-4, -10, 30, 20, 5, p.body('#565b63'), RIM),
      rect(25, -6, 16, 12, 4, p.body('#d4d7da')),
    ),
    path(`M${x + 10} ${y - 16}h${w - 20}l10 18H${x}z`, p.body(lighter(body, 0.15)), RIM),
    rect(x, y, w, h, 9, p.body(body), RIM),
    row(y + 16),
    size > 0.5 ? row(y + 42) : '',
    size > 0.5
      ? rect(x + 16, y + h - 20, w - 32, 4, 2, '#8fe3c0', { opacity: '.8' })
      : circle(x + w - 12, y + h - 12, 3, '#62d39d'),
    rect(x + 14, y + h, 20, 6, 2, '#26282c'),
    rect(x + w - 34, y + h, 20, 6, 2, '#26282c'),
  ].join('');
};

export const webcam: Drawing = ({ body, accent }, p) =>
  [
    rect(34, 128, 172, 70, 8, p.body('#33363c'), RIM),
    rect(41, 135, 158, 63, 4, p.slope('#7fa6c9', '#c9a9c4')),
    path('M41 198v-22l40-26 34 24 30-18 54 34v8z', '#587f74'),
    rect(96, 112, 48, 24, 5, p.body(darker(body, 0.3)), RIM),
    rect(54, 60, 132, 56, 28, p.body(body), RIM),
    circle(120, 88, 23, p.body('#2b2e34'), RIM),
    circle(120, 88, 15, p.glass()),
    ellipse(115, 82, 4.4, 2.8, '#fff', { opacity: '.85' }),
    circle(82, 88, 3.4, '#62d39d'),
    stroke('M152 82h18M152 88h18M152 94h18', inkOn(body), 2, { opacity: '.35', 'stroke-dasharray': '.1 4.5' }),
    rect(112, 57, 16, 6, 3, accent),
  ].join('');

export const laptopStand: Drawing = ({ body }, p) =>
  [
    path('M116 112L168 186H144L96 118z', p.body(darker(body, 0.25)), RIM),
    path('M62 178H186q8 0 8 8v4q0 4-4 4H54q-6 0-4-6 3-10 12-10z', p.body(darker(body, 0.1)), RIM),
    path('M46 126L188 92l6 12L52 138q-8 2-10-4-1-6 4-8z', p.body(body), RIM),
    path('M50 124L184 92l-2-7L52 116q-6 3-2 8z', p.body('#aeb4bb'), RIM),
    path('M180 87L150 18q-2-5-7-4L62 34q-5 1-3 6l30 70z', p.body('#8f959d'), RIM),
    path('M172 84L144 24 68 42l26 62z', p.slope('#86b6d8', '#d9b4cf')),
    path('M94 104l-9-21 24-14 20 9 18-20 25 26z', '#54796f', { opacity: '.9' }),
    stroke('M60 188h124', '#fff', 1.6, { opacity: '.35' }),
  ].join('');
