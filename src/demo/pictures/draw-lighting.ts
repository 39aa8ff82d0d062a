import {
  circle,
  type Drawing,
  darker,
  ellipse,
  group,
  lighter,
  type Paint,
  path,
  RIM,
  rect,
  stroke,
  tag,
} from './drawing.js';

const WARM = '#ffe3a8';

/** The shine around something that is switched on. */
const halo = (cx: number, cy: number, r: number, colour: string, p: Paint): string =>
  circle(cx, cy, r, p.glow(lighter(colour, 0.3), colour, 0));

/** A light stand below `y`. */
function stand(y: number, p: Paint): string {
  return [
    stroke(`M120 172L86 198M120 172L154 198`, '#3a3e45', 5),
    stroke(`M120 174v24`, '#2c2f34', 5),
    rect(117, y, 6, 180 - y, 2, p.tube('#7b8088')),
    rect(114, 164, 12, 9, 2, '#2c2f34'),
  ].join('');
}

export const lightPanel: Drawing = ({ body, size }, p) => {
  const w = 84 + size * 44;
  const h = 64 + size * 36;
  const x = 120 - w / 2;
  const y = 106 - h / 2;
  const rows = Math.round(h / 12) - 1;
  const lamps = Array.from(
    { length: rows },
    (_, row) => `M${x + 14} ${Math.round(y + 13 + (row * (h - 26)) / (rows - 1))}h${w - 28}`,
  );
  return [
    halo(120, 106, 96, WARM, p),
    stand(y + h, p),
    stroke(`M${x - 6} 106v${h / 2 + 8}h${w + 12}v${-(h / 2 + 8)}`, '#5b6068', 5, { 'stroke-linejoin': 'round' }),
    rect(x, y, w, h, 8, p.body(body), RIM),
    rect(x + 6, y + 6, w - 12, h - 12, 4, p.glow('#fffbef', '#f7dfae')),
    stroke(lamps.join(''), '#f2b857', 4.4, { 'stroke-dasharray': '.1 11.3', opacity: '.9' }),
    circle(x - 6, 106, 6, p.body('#e58a3c')),
    circle(x + w + 6, 106, 6, p.body('#e58a3c')),
  ].join('');
};

export const ringLight: Drawing = ({ body, accent, size }, p) => {
  const r = 42 + size * 16;
  const cy = 96;
  return [
    halo(120, cy, r + 40, accent, p),
    stand(cy + r, p),
    circle(120, cy, r, 'none', { stroke: body, 'stroke-width': 25 }),
    circle(120, cy, r, 'none', { stroke: '#fff6e2', 'stroke-width': 18 }),
    circle(120, cy, r, 'none', { stroke: accent, 'stroke-width': 9, 'stroke-dasharray': '2 5', opacity: '.65' }),
    rect(104, cy - 28, 32, 56, 6, p.body('#2c3036'), RIM),
    rect(107, cy - 24, 26, 48, 3, p.slope('#86b6d8', '#e3bccb')),
    circle(120, cy - 6, 7, '#f6d8bd'),
    path(`M107 ${cy + 24}q0-16 13-16t13 16z`, '#5a7f8f'),
    rect(112, cy + 27, 16, r - 36, 3, '#4b4f56'),
    rect(112, cy + r - 6, 16, 22, 4, p.body(darker(body, 0.2)), RIM),
  ].join('');
};

export const lightTube: Drawing = ({ body, accent, size }, p) => {
  const length = 112 + size * 60;
  const x = 120 - length / 2;
  const colours = size > 0.5 ? ['#ff8ac2', '#b58cff', '#6fc8ff'] : ['#6fc8ff', '#7ee0b5', '#ffd97a'];
  const spectrum = tag(
    'linearGradient',
    { id: 'spectrum' },
    colours.map((colour, index) => tag('stop', { offset: String(index / 2), 'stop-color': colour })).join(''),
  );
  const bar = (height: number, opacity: string) =>
    rect(x + 12, 116 - height / 2, length - 24, height, height / 2, 'url(#spectrum)', { opacity });
  return [
    tag('defs', {}, spectrum),
    ellipse(120, 192, 62, 6, accent, { opacity: '.25' }),
    group(
      'rotate(-34 120 116)',
      bar(84, '.13'),
      bar(58, '.2'),
      bar(36, '.32'),
      rect(x, 104, length, 24, 12, p.body(body), RIM),
      bar(18, '1'),
      rect(x + 20, 110, length - 40, 4, 2, '#fff', { opacity: '.65' }),
      rect(x, 104, 17, 24, 7, p.body(body), RIM),
      rect(x + length - 24, 104, 24, 24, 7, p.body(body), RIM),
      rect(x + length - 18, 111, 8, 4, 2, '#8fe3c0'),
    ),
  ].join('');
};

export const softbox: Drawing = ({ body, size }, p) => {
  const k = 0.84 + size * 0.22;
  return [
    halo(112, 96, 100, WARM, p),
    stand(110, p),
    group(
      `translate(116 96) scale(${k.toFixed(2)}) translate(-116 -96)`,
      rect(164, 84, 34, 26, 7, p.body('#41454c'), RIM),
      path('M150 44L184 84V110L150 152z', p.body(darker(body, 0.15)), RIM),
      path('M58 50L150 38V158L58 146z', p.body(body), RIM),
      path('M65 57L143 46V150L65 139z', p.glow('#fffdf6', '#fbe6bd')),
      stroke('M104 51v94M65 98h78', '#e9cf9d', 1, { opacity: '.6' }),
      path('M65 57l30-4-30 62z', '#fff', { opacity: '.5' }),
    ),
  ].join('');
};

export const flash: Drawing = ({ body, accent }, p) =>
  [
    halo(86, 74, 52, '#fff3cf', p),
    rect(98, 186, 44, 9, 3, p.body('#9a9ea5')),
    rect(106, 178, 28, 10, 2, '#2c2f34'),
    rect(84, 112, 72, 70, 12, p.body(body), RIM),
    rect(94, 124, 52, 28, 4, '#20302c'),
    stroke('M101 134h20M101 142h30', '#9fe0c4', 3),
    circle(104, 167, 5, '#5b6068'),
    circle(120, 167, 5, p.body(accent)),
    circle(136, 167, 5, '#5b6068'),
    rect(102, 100, 36, 16, 5, p.body('#44484f'), RIM),
    group(
      'rotate(-14 120 74)',
      rect(66, 48, 108, 56, 11, p.body(body), RIM),
      rect(66, 48, 32, 56, 8, p.slope('#ffffff', '#d5dde4'), RIM),
      stroke('M72 56v40M78 55v42M84 55v42M90 55v42', '#9fb0be', 1.4, { opacity: '.8' }),
      rect(150, 58, 14, 36, 4, darker(body, 0.35)),
      rect(108, 70, 30, 4, 2, accent),
    ),
  ].join('');

export const deskLamp: Drawing = ({ body, accent }, p) =>
  [
    path('M62 88L28 192H136L102 80z', p.glow('#fff0c2', '#ffe3a0', 0), { opacity: '.75' }),
    ellipse(154, 188, 42, 10, p.body(darker(body, 0.18)), RIM),
    ellipse(154, 184, 42, 10, p.body(body), RIM),
    circle(168, 184, 4, accent),
    stroke('M154 182L178 112L108 60', darker(body, 0.3), 9, { 'stroke-linejoin': 'round' }),
    stroke('M153 182L177 112L108 60', body, 7, { 'stroke-linejoin': 'round' }),
    circle(177, 112, 9, p.body(accent), RIM),
    group(
      'rotate(-24 90 70)',
      path('M66 58q24-14 48 0l14 32H52z', p.body(body), RIM),
      ellipse(90, 90, 38, 8, '#fff2cc'),
      ellipse(90, 90, 22, 4.4, '#ffd982'),
      rect(82, 46, 16, 9, 4, accent),
    ),
  ].join('');
