import {
  circle,
  type Drawing,
  darker,
  group,
  inkOn,
  lighter,
  type Paint,
  path,
  RIM,
  rect,
  stroke,
  text,
} from './drawing.js';

/** A card with one corner cut off. */
const cardShape = (x: number, y: number, w: number, h: number, cut: number): string =>
  `M${x + 8} ${y}h${w - 8 - cut}l${cut} ${cut}v${h - cut - 8}q0 8-8 8h${-(w - 16)}q-8 0-8-8V${y + 8}q0-8 8-8z`;

function capacity(x: number, y: number, size: number, ink: string, amount: string): string {
  return text(x, y, size, ink, amount) + text(x, y + size * 0.5, size * 0.36, ink, 'GB', { opacity: '.75' });
}

function fullCard(body: string, accent: string, label: string, p: Paint): string {
  return [
    path(cardShape(68, 44, 110, 146, 24), darker(body, 0.5)),
    path(cardShape(64, 42, 110, 146, 24), p.body(body), RIM),
    path('M72 86h94v88q0 6-6 6H78q-6 0-6-6z', p.slope(lighter(accent, 0.12), darker(accent, 0.1))),
    path('M72 86h94v22L72 142z', '#fff', { opacity: '.14' }),
    capacity(119, 138, 34, inkOn(accent), label),
    stroke('M80 56v18M90 56v18M100 56v18M110 56v18M120 56v18M130 56v18', '#d9b45f', 5, { 'stroke-linecap': 'butt' }),
    rect(60, 98, 7, 22, 2, '#c2c7cc'),
  ].join('');
}

export const memoryCard: Drawing = ({ body, accent, label }, p) =>
  group('rotate(-6 120 120)', fullCard(body, accent, label, p));

export const microCard: Drawing = ({ body, accent, label }, p) =>
  [
    group(
      'translate(62 18) rotate(9 100 120) scale(.78)',
      path(cardShape(64, 42, 110, 146, 24), p.body(body), RIM),
      stroke('M80 56v18M90 56v18M100 56v18M110 56v18M120 56v18M130 56v18', '#d9b45f', 5, { 'stroke-linecap': 'butt' }),
      text(119, 150, 15, inkOn(body), 'adapter', { opacity: '.6' }),
    ),
    group(
      'rotate(-8 92 132)',
      path('M56 84h52l10 12v10l-7 7v6l7 6v60q0 6-6 6H56q-6 0-6-6V90q0-6 6-6z', darker('#1f2125', 0.3)),
      path('M53 82h52l10 12v10l-7 7v6l7 6v60q0 6-6 6H53q-6 0-6-6V88q0-6 6-6z', p.body('#2b2e34'), RIM),
      path('M52 122h58v58H52z', p.slope(lighter(accent, 0.15), darker(accent, 0.1))),
      capacity(81, 155, 25, inkOn(accent), label),
      stroke('M60 92v14M69 92v14M78 92v14M87 92v14M96 92v14', '#d9b45f', 4.5, { 'stroke-linecap': 'butt' }),
    ),
  ].join('');

export const solidDrive: Drawing = ({ body, accent, label }, p) =>
  group(
    'rotate(-12 120 120)',
    stroke('M166 60c26-30 46 0 20 16', accent, 5),
    rect(70, 52, 112, 138, 22, darker(body, 0.45)),
    rect(62, 48, 112, 138, 22, p.body(body), RIM),
    rect(72, 58, 92, 118, 15, 'none', { stroke: '#fff', 'stroke-opacity': '.35', 'stroke-width': 2 }),
    circle(156, 66, 8, darker(body, 0.6)),
    text(118, 126, 29, inkOn(body), label),
    text(118, 146, 11, inkOn(body), 'Slab', { opacity: '.7', 'letter-spacing': 3 }),
    rect(104, 182, 28, 6, 3, '#26282c'),
  );

export const hardDrive: Drawing = ({ body, accent, size, label }, p) => {
  const h = 132 + size * 16;
  const y = 190 - h;
  const ridges = Array.from({ length: 9 }, (_, index) => `M${74 + index * 11.5} ${y + 14}v${h * 0.42}`).join('');
  return [
    stroke(`M120 ${y}c0-26 40-4 40-34`, '#3a3e45', 5),
    rect(66, y + 5, 116, h, 11, darker(body, 0.5)),
    rect(60, y, 116, h, 11, p.body(body), RIM),
    stroke(ridges, darker(body, 0.35), 4, { opacity: '.55' }),
    rect(60, y + h * 0.56, 116, 5, 0, accent),
    text(104, y + h * 0.82, 25, inkOn(body), label),
    circle(160, y + h - 18, 3.6, '#7fe0b4'),
    rect(107, y - 5, 26, 7, 2, '#26282c'),
  ].join('');
};

export const memoryStick: Drawing = ({ body, label }, p) =>
  group(
    'rotate(-32 120 120)',
    circle(206, 120, 15, 'none', { stroke: '#a9aeb4', 'stroke-width': 4.5 }),
    rect(34, 104, 44, 32, 3, p.body('#d4d7da')),
    rect(44, 110, 9, 7, 1, '#4a4e55'),
    rect(44, 123, 9, 7, 1, '#4a4e55'),
    rect(70, 92, 118, 56, 20, p.body(body), RIM),
    rect(82, 99, 92, 8, 4, '#fff', { opacity: '.28' }),
    capacity(124, 126, 26, inkOn(body), label),
    circle(176, 120, 5, darker(body, 0.6)),
  );

export const cardReader: Drawing = ({ body, accent }, p) =>
  [
    stroke('M120 178c0 26 56 8 68 22', '#44484f', 6),
    group('translate(74 24) scale(.4)', fullCard('#33363c', accent, '128', p)),
    group('translate(138 50) rotate(3) scale(.26)', fullCard('#2b2e34', '#4a7fb5', '64', p)),
    rect(58, 96, 128, 84, 16, darker(body, 0.45)),
    rect(54, 92, 128, 84, 16, p.body(body), RIM),
    rect(66, 92, 68, 7, 2, '#17181b'),
    rect(142, 92, 30, 7, 2, '#17181b'),
    rect(68, 112, 100, 6, 3, '#fff', { opacity: '.2' }),
    text(118, 150, 14, inkOn(body), 'gate', { 'letter-spacing': 4 }),
    circle(168, 162, 3.6, accent),
  ].join('');
