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
} from './drawing.js';

/** A leg of three sections, each thinner than the one above, with a twist lock between them and a rubber foot. */
function leg(from: [number, number], to: [number, number], width: number, body: string, accent: string): string {
  const at = (share: number) =>
    `${(from[0] + (to[0] - from[0]) * share).toFixed(1)} ${(from[1] + (to[1] - from[1]) * share).toFixed(1)}`;
  return [
    stroke(`M${at(0.6)}L${at(1)}`, darker(body, 0.15), width * 0.55),
    stroke(`M${at(0.3)}L${at(0.68)}`, lighter(body, 0.1), width * 0.78),
    stroke(`M${at(0)}L${at(0.38)}`, body, width),
    stroke(`M${at(0.02)}L${at(0.36)}`, lighter(body, 0.4), width * 0.22, { opacity: '.6' }),
    stroke(`M${at(0.37)}L${at(0.42)}`, accent, width * 1.05, { 'stroke-linecap': 'butt' }),
    stroke(`M${at(0.68)}L${at(0.72)}`, '#26282c', width * 0.9, { 'stroke-linecap': 'butt' }),
    stroke(`M${at(0.98)}L${at(1)}`, '#26282c', width * 0.8),
  ].join('');
}

function smallHead(y: number, accent: string, p: Paint): string {
  return [
    rect(110, y + 8, 20, 14, 3, p.tube('#3a3e45'), RIM),
    circle(120, y + 6, 9, p.glow('#d5d8db', '#6e737a')),
    rect(100, y - 10, 40, 9, 2, p.body('#33363c'), RIM),
    stroke(`M130 ${y + 15}h12`, '#55595f', 4),
    circle(145, y + 15, 5, p.body(accent)),
  ].join('');
}

export const tripod: Drawing = ({ body, accent, size }, p) => {
  const top = 78 - size * 16;
  const spread = 44 + size * 18;
  return [
    leg([120, top + 18], [128, 186], 11, darker(body, 0.25), accent),
    rect(115, top, 10, 74, 4, p.tube(lighter(body, 0.1))),
    leg([112, top + 16], [120 - spread, 196], 12, body, accent),
    leg([128, top + 16], [120 + spread, 196], 12, body, accent),
    path(`M104 ${top + 4}h32l6 18q-22 8-44 0z`, p.body(darker(body, 0.1)), RIM),
    circle(120, top + 15, 4.5, accent),
    smallHead(top - 22, accent, p),
  ].join('');
};

export const miniTripod: Drawing = ({ body, accent, detail }, p) => {
  const phone = detail === 'phone';
  return [
    stroke('M120 128L122 190', darker(body, 0.3), 14),
    stroke('M116 126L78 190', body, 15),
    stroke('M124 126L162 190', body, 15),
    stroke('M113 134L82 186M127 134L158 186', lighter(body, 0.4), 3, { opacity: '.5' }),
    stroke('M79 188l-2 4M161 188l2 4M122 189v4', '#26282c', 15),
    circle(120, 124, 17, p.body(body), RIM),
    circle(120, 106, 13, p.glow('#d9dcdf', '#777c83')),
    circle(140, 122, 7, p.body(accent)),
    phone
      ? [
          rect(92, 34, 56, 66, 8, p.body('#2c3036'), RIM),
          rect(96, 40, 48, 54, 3, p.slope('#7fb3d9', '#d9b9dc')),
          path('M96 94V78l14-12 12 11 9-6 13 12v11z', '#4f7f6b'),
          rect(86, 58, 8, 22, 3, accent),
          rect(146, 58, 8, 22, 3, accent),
        ].join('')
      : rect(94, 82, 52, 12, 3, p.body('#33363c'), RIM) + rect(116, 74, 8, 8, 1, '#b9bdc2'),
  ].join('');
};

export const flexibleTripod: Drawing = ({ body, accent, size }, p) => {
  const r = 8.2 + size * 1.4;
  const beads = (points: readonly [number, number][]) =>
    points
      .map(([x, y], index) =>
        circle(
          x,
          y,
          r,
          p.glow(lighter(body, 0.35), darker(body, 0.15)),
          index % 2 ? { stroke: accent, 'stroke-width': 2 } : {},
        ),
      )
      .join('');
  const steps = [0, 1, 2, 3, 4, 5];
  return [
    beads(steps.map((i): [number, number] => [124 + Math.sin(i / 1.6) * 7, 104 + i * 16])),
    beads(
      steps.map((i): [number, number] => [
        108 - i * (8 + size * 2) + (i > 3 ? (i - 3) * 5 : 0),
        100 + i * 18 - i * i * 0.4,
      ]),
    ),
    beads(steps.map((i): [number, number] => [134 + i * (8 + size * 2) + Math.sin(i) * 4, 100 + i * 17])),
    circle(120, 90, 20, p.body(body), RIM),
    circle(120, 68, 13, p.glow('#dadde0', '#73787f')),
    rect(92, 46, 56, 12, 3, p.body('#33363c'), RIM),
    rect(114, 38, 12, 8, 2, accent),
  ].join('');
};

export const monopod: Drawing = ({ body, accent }, p) =>
  group(
    'rotate(18 120 120)',
    rect(116, 150, 8, 56, 3, p.tube(darker(body, 0.1))),
    rect(114, 104, 12, 54, 4, p.tube(body)),
    rect(112, 50, 16, 62, 5, p.tube(lighter(body, 0.05)), RIM),
    rect(110, 62, 20, 34, 8, p.tube('#2b2e33'), RIM),
    stroke('M112 70h16M112 77h16M112 84h16', '#fff', 1.5, { opacity: '.2' }),
    rect(111, 108, 18, 9, 2, accent),
    rect(113, 152, 14, 8, 2, '#26282c'),
    ellipse(120, 207, 9, 5, '#26282c'),
    rect(106, 38, 28, 11, 3, p.body('#3a3e45'), RIM),
    rect(115, 29, 10, 9, 2, '#c2c7cc'),
    stroke('M129 66c26 6 24 38 4 34', accent, 4),
  );

export const ballHead: Drawing = ({ body, accent, size }, p) => {
  const k = 0.82 + size * 0.28;
  return group(
    `translate(120 192) scale(${k.toFixed(2)}) translate(-120 -192)`,
    ellipse(120, 184, 44, 10, darker(body, 0.4)),
    rect(76, 168, 88, 17, 5, p.tube(body), RIM),
    stroke('M80 176h80', '#fff', 7, { 'stroke-dasharray': '1.4 4', opacity: '.22', 'stroke-linecap': 'butt' }),
    path('M82 168V126q0-14 38-14t38 14v42z', p.tube(body), RIM),
    rect(156, 136, 22, 12, 2, p.body('#6b7077')),
    circle(186, 142, 15, p.body(accent), RIM),
    circle(186, 142, 9, 'none', {
      stroke: '#000',
      'stroke-opacity': '.25',
      'stroke-width': 3,
      'stroke-dasharray': '2 3',
    }),
    circle(84, 150, 8, p.body(accent)),
    ellipse(120, 116, 32, 9, '#1d1f23'),
    circle(120, 100, 27, p.glow('#eceeef', '#7d828a')),
    ellipse(111, 89, 8, 5, '#fff', { opacity: '.8', transform: 'rotate(-30 111 89)' }),
    rect(108, 68, 24, 10, 2, '#55595f'),
    path('M72 54h96l-6 16H78z', p.body(darker(body, 0.1)), RIM),
    rect(88, 47, 64, 7, 2, p.body('#3a3e45')),
    stroke('M98 50h44', accent, 2),
  );
};

export const fluidHead: Drawing = ({ body, accent }, p) =>
  [
    stroke('M134 116L206 166', '#44484f', 6),
    stroke('M176 145L206 166', p.body(body), 15),
    rect(92, 170, 56, 22, 6, p.tube(darker(body, 0.1)), RIM),
    rect(100, 146, 40, 28, 4, p.tube(body)),
    rect(76, 92, 88, 60, 16, p.body(body), RIM),
    circle(96, 122, 20, p.body('#41454c'), RIM),
    circle(96, 122, 13, 'none', { stroke: accent, 'stroke-width': 3, 'stroke-dasharray': '3 3.8' }),
    circle(96, 122, 5, '#c2c7cc'),
    circle(144, 122, 12, p.body(accent), RIM),
    rect(140, 112, 8, 20, 3, darker(accent, 0.3)),
    path('M58 74h124l-6 18H64z', p.body('#41454c'), RIM),
    rect(66, 64, 100, 10, 3, p.body('#2c2f34'), RIM),
    stroke('M78 69h66', '#c2c7cc', 2, { 'stroke-dasharray': '1 5' }),
    circle(154, 69, 3, '#e58a3c'),
  ].join('');
