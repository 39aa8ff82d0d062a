import {
  circle,
  type Drawing,
  darker,
  ellipse,
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

const port = (x: number, y: number, w = 26): string =>
  rect(x - w / 2, y, w, 10, 5, '#1b1d21', RIM) + rect(x - w / 2 + 5, y + 4, w - 10, 2, 1, '#8b9098');

function prongs(kind: string, p: Paint): string {
  const metal = p.tube('#cfd2d5');
  if (kind === 'EU') return rect(97, 36, 10, 36, 5, metal) + rect(133, 36, 10, 36, 5, metal);
  if (kind === 'UK')
    return rect(113, 34, 14, 24, 2, metal) + rect(88, 48, 14, 26, 2, metal) + rect(138, 48, 14, 26, 2, metal);
  return rect(100, 38, 8, 34, 1.5, metal) + rect(132, 38, 8, 34, 1.5, metal);
}

export const charger: Drawing = ({ body, accent, size, label, detail }, p) => {
  const w = 96 + size * 16;
  const x = 120 - w / 2;
  const ink = inkOn(body);
  return [
    prongs(detail, p),
    rect(82, 64, 76, 14, 5, p.body(darker(body, 0.15)), RIM),
    rect(x, 74, w, 118, 20, p.body(body), RIM),
    rect(x + 7, 82, 7, 96, 3.5, '#fff', { opacity: '.35' }),
    text(120, 112, 26, ink, label),
    text(120, 126, 10, ink, 'WATT', { 'letter-spacing': 3, opacity: '.6' }),
    size > 0
      ? port(99, 140, 30) + port(141, 140, 30) + port(99, 160, 30) + port(141, 160, 30)
      : port(120, 142, 32) + port(120, 162, 32),
    circle(120, 182, 3, accent),
  ].join('');
};

export const powerBank: Drawing = ({ body, accent, size, label }, p) => {
  const w = 76 + size * 30;
  const x = 120 - w / 2;
  return group(
    'rotate(7 120 120)',
    rect(x + 7, 46, w, 146, 17, darker(body, 0.45)),
    rect(x, 44, w, 146, 17, p.body(body), RIM),
    rect(x + 6, 52, 5, 128, 2.5, '#fff', { opacity: '.28' }),
    rect(120 - 27, 62, 54, 34, 8, '#15181c'),
    text(120, 87, 22, '#bff0d8', label),
    stroke(`M${x + 22} 172h${w - 44}`, accent, 4),
    text(120, 160, 11, inkOn(body), 'Ampleigh', { opacity: '.8' }),
    rect(120 - 13, 39, 26, 6, 3, '#26282c'),
  );
};

export const cable: Drawing = ({ body, size }, p) => {
  const loops = 2 + Math.round(size * 2);
  const rings = Array.from({ length: loops }, (_, index) => {
    const r = 56 - index * 7;
    return (
      ellipse(120, 116 + index * 3, r, r * 0.86, 'none', { stroke: darker(body, 0.3), 'stroke-width': 8.5 }) +
      ellipse(120, 115 + index * 3, r, r * 0.86, 'none', { stroke: body, 'stroke-width': 7 }) +
      ellipse(120, 115 + index * 3, r, r * 0.86, 'none', {
        stroke: lighter(body, 0.45),
        'stroke-width': 3,
        'stroke-dasharray': '2 3',
        opacity: '.6',
      })
    );
  });
  const plug = group(
    '',
    stroke('M0 0v24', body, 7),
    rect(-9, 20, 18, 28, 5, p.body('#44484f'), RIM),
    rect(-6, 47, 12, 14, 4, p.tube('#d4d7da')),
  ).replace(' transform=""', '');
  return [
    ...rings,
    stroke('M66 130c-8 22-2 26 4 34M174 130c8 20 2 24-6 32', body, 7),
    `<g transform="translate(70 140) rotate(14)">${plug}</g>`,
    `<g transform="translate(168 138) rotate(-18)">${plug}</g>`,
    rect(108, 156, 24, 22, 5, p.body('#33363c'), RIM),
  ].join('');
};

export const battery: Drawing = ({ body, accent, label }, p) =>
  group(
    'rotate(-8 120 120)',
    path('M164 66l20 14v98l-20 12z', darker(body, 0.5)),
    rect(66, 58, 100, 132, 10, p.body(body), RIM),
    rect(66, 84, 100, 42, 0, accent),
    text(116, 116, 30, inkOn(accent), label),
    stroke('M78 142h60M78 152h44M78 162h52', '#fff', 3, { opacity: '.35' }),
    rect(78, 50, 12, 12, 2, p.tube('#dcb35c')),
    rect(98, 50, 12, 12, 2, p.tube('#dcb35c')),
    rect(118, 50, 12, 12, 2, p.tube('#dcb35c')),
    path('M146 168l-8 12h6l-4 10 12-14h-6l4-8z', '#f4d67a'),
  );

export const chargingPad: Drawing = ({ body, accent }, p) =>
  [
    stroke('M178 172c28 2 22 22 44 20', '#5b6068', 5),
    ellipse(120, 176, 74, 20, darker(body, 0.4)),
    ellipse(120, 169, 74, 20, p.body(body), RIM),
    ellipse(120, 168, 56, 14, 'none', { stroke: accent, 'stroke-width': 2.5, opacity: '.8' }),
    group(
      'rotate(-9 120 104)',
      rect(86, 44, 70, 120, 13, p.body('#2a2d33'), RIM),
      rect(91, 50, 60, 108, 9, p.slope('#20314a', '#5a4a76')),
      path('M126 74l-18 30h12l-6 26 22-34h-13z', '#9fe8c3'),
      stroke('M108 146h26', '#fff', 3, { opacity: '.6' }),
    ),
    ellipse(86, 165, 10, 2.4, '#fff', { opacity: '.5' }),
  ].join('');

export const travelAdapter: Drawing = ({ body, accent }, p) =>
  [
    prongs('US', p),
    path('M168 70l24 14v92l-24 16z', darker(body, 0.45)),
    rect(58, 64, 114, 128, 16, p.body(body), RIM),
    rect(70, 76, 90, 62, 10, p.body(accent)),
    circle(96, 96, 4, '#3a3d42'),
    circle(134, 96, 4, '#3a3d42'),
    rect(109, 84, 12, 5, 2, '#3a3d42'),
    stroke('M92 116l10 9M138 116l-10 9M115 108v12', '#3a3d42', 5),
    rect(74, 150, 26, 10, 5, '#26282c'),
    rect(106, 150, 20, 10, 2, '#26282c'),
    rect(132, 150, 26, 10, 5, '#26282c'),
    ...['US', 'EU', 'UK'].map((name, index) => text(84 + index * 32, 180, 11, inkOn(body), name, { opacity: '.85' })),
  ].join('');
