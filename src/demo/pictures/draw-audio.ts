import { circle, type Drawing, darker, ellipse, group, lighter, path, RIM, rect, stroke } from './drawing.js';

export const headphones: Drawing = ({ body, accent, detail }, p) => {
  const wired = detail === 'cable';
  return [
    wired ? stroke('M82 176c-6 26 40 8 44 24s36 6 48-2', darker(body, 0.2), 3) : '',
    stroke('M64 128C58 36 182 36 176 128', darker(body, 0.25), wired ? 9 : 15),
    stroke('M64 124C60 40 180 40 176 124', lighter(body, 0.18), wired ? 4 : 6),
    wired ? '' : stroke('M84 72C100 50 140 50 156 72', accent, 7, { opacity: '.9' }),
    rect(58, 104, 12, 26, 5, p.body('#a9aeb4')),
    rect(170, 104, 12, 26, 5, p.body('#a9aeb4')),
    rect(80, 118, 20, 64, 10, p.body(darker(accent, 0.25)), RIM),
    rect(140, 118, 20, 64, 10, p.body(darker(accent, 0.25)), RIM),
    rect(46, 116, 42, 70, 20, p.body(body), RIM),
    rect(152, 116, 42, 70, 20, p.body(body), RIM),
    rect(55, 128, 18, 46, 9, lighter(body, 0.12), { opacity: '.7' }),
    rect(167, 128, 18, 46, 9, darker(body, 0.2), { opacity: '.6' }),
    circle(64, 166, 2.6, wired ? accent : '#8fe3c0'),
  ].join('');
};

export const earbuds: Drawing = ({ body }, p) => {
  const bud = (side: 1 | -1) =>
    group(
      `translate(${120 + side * 36} 74) rotate(${side * 14}) scale(${side} 1)`,
      ellipse(-17, 6, 10, 11, p.body('#8d939b'), RIM),
      ellipse(-19, 7, 5, 6, '#3b3f46'),
      rect(0, 0, 14, 54, 7, p.tube(body), RIM),
      ellipse(0, 0, 21, 19, p.body(body), RIM),
      ellipse(6, -7, 6, 4, '#fff', { opacity: '.5' }),
      rect(4, 46, 6, 4, 2, '#d9a441'),
    );
  return [
    bud(-1),
    bud(1),
    rect(58, 126, 124, 68, 30, darker(body, 0.4)),
    rect(58, 122, 124, 68, 30, p.body(body), RIM),
    stroke('M60 146H180', '#000', 1.8, { opacity: '.3' }),
    rect(108, 141, 24, 10, 5, p.body(darker(body, 0.18)), RIM),
    stroke('M84 131q36 -6 72 0', '#fff', 3, { opacity: '.4' }),
    circle(120, 166, 3.2, '#62d39d'),
  ].join('');
};

export const deskMicrophone: Drawing = ({ body, accent }, p) =>
  [
    ellipse(120, 188, 46, 9, p.body(darker(body, 0.25)), RIM),
    ellipse(120, 184, 46, 9, p.body(body), RIM),
    rect(115, 154, 10, 32, 4, p.tube('#7b8088')),
    stroke('M78 96v26c0 48 84 48 84 0V96', '#565b63', 6),
    circle(78, 100, 7, p.body(accent)),
    circle(162, 100, 7, p.body(accent)),
    rect(90, 38, 60, 118, 30, p.tube(body), RIM),
    path('M90 96V68a30 30 0 0 1 60 0v28z', p.tube('#a3a8af')),
    stroke('M93 60h54M91 68h58M91 76h58M91 84h58M94 52h52M99 45h42M91 92h58', '#3d4148', 3, {
      'stroke-dasharray': '2.5 3',
      'stroke-linecap': 'butt',
      opacity: '.75',
    }),
    rect(89, 95, 62, 7, 2, p.tube(accent)),
    circle(120, 120, 8, p.body(lighter(body, 0.2)), RIM),
    rect(118, 113, 4, 8, 2, accent),
    circle(120, 141, 2.5, '#62d39d'),
  ].join('');

export const clipMicrophone: Drawing = ({ body, accent, detail }, p) => {
  const transmitter = (x: number, y: number) =>
    [
      ellipse(x, y - 20, 15, 13, p.glow('#7a7f87', '#2f3238')),
      stroke(
        `M${x - 12} ${y - 26}l-4-4M${x} ${y - 32}v-5M${x + 12} ${y - 26}l4-4M${x - 15} ${y - 17}l-5 1M${x + 15} ${y - 17}l5 1`,
        '#4a4e55',
        2.4,
      ),
      rect(x - 21, y - 14, 42, 54, 10, p.body(body), RIM),
      circle(x, y + 4, 8, p.body(accent)),
      rect(x - 9, y + 24, 18, 4, 2, '#fff', { opacity: '.35' }),
    ].join('');
  const receiver = [
    rect(92, 118, 56, 68, 12, p.body(darker(body, 0.1)), RIM),
    rect(101, 127, 38, 26, 5, '#12211d'),
    stroke('M107 146v-6M113 146v-11M119 146v-8M125 146v-13M131 146v-5', accent, 3.4),
    circle(112, 168, 4, '#8b9098'),
    circle(128, 168, 4, '#8b9098'),
    rect(111, 184, 18, 10, 2, p.body('#b9bdc2')),
  ].join('');
  return detail === 'two'
    ? transmitter(66, 92) + transmitter(174, 92) + receiver
    : group('translate(0 6)', transmitter(160, 118), group('translate(-32 -6)', receiver));
};

export const speaker: Drawing = ({ body, accent, size }, p) => {
  const w = 92 + size * 50;
  const h = 96 + size * 12;
  const x = 120 - w / 2;
  const y = 192 - h;
  const middle = y + h / 2;
  const cone = (cx: number, r: number) =>
    circle(cx, middle, r, darker(body, 0.5), { opacity: '.55' }) +
    circle(cx, middle, r * 0.62, p.glow('#6c727b', '#24272c')) +
    circle(cx, middle, r * 0.24, p.body(accent));
  return [
    stroke(`M${x + w - 20} ${y + 6}c12-34 34-8 14 8`, accent, 6),
    rect(x, y, w, h, 26, p.body(body), RIM),
    stroke(
      Array.from(
        { length: Math.floor((h - 22) / 7) },
        (_, row) => `M${x + 14 + (row % 2) * 3.5} ${y + 14 + row * 7}h${w - 28}`,
      ).join(''),
      darker(body, 0.4),
      3,
      { 'stroke-dasharray': '.1 7', opacity: '.6' },
    ),
    size > 0.5 ? cone(120 - w / 4, 29) + cone(120 + w / 4, 29) : cone(120, 34),
    rect(120 - 15, y + h - 17, 30, 8, 4, '#fff', { opacity: '.25' }),
    stroke(`M${x + 18} ${y + 5}q${w / 2 - 18} -6 ${w - 36} 0`, '#fff', 3, { opacity: '.3' }),
  ].join('');
};
