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

/** A lens seen from the front. */
function lensFront(cx: number, cy: number, r: number, ring: string, p: Paint): string {
  return [
    circle(cx, cy, r, p.body('#3b3e45'), RIM),
    circle(cx, cy, r * 0.84, 'none', { stroke: ring, 'stroke-width': r * 0.07 }),
    circle(cx, cy, r * 0.74, '#1b1c20'),
    circle(cx, cy, r * 0.6, p.glass()),
    ellipse(cx - r * 0.2, cy - r * 0.24, r * 0.17, r * 0.1, '#fff', {
      opacity: '.75',
      transform: `rotate(-35 ${cx - r * 0.2} ${cy - r * 0.24})`,
    }),
    circle(cx + r * 0.2, cy + r * 0.22, r * 0.08, '#d7a7e0', { opacity: '.6' }),
  ].join('');
}

/** A body without a lens: the bayonet and the sensor behind it. */
function openMount(cx: number, cy: number, r: number, p: Paint): string {
  return [
    circle(cx, cy, r, p.body('#d4d7da')),
    circle(cx, cy, r * 0.8, '#24262b'),
    rect(cx - r * 0.5, cy - r * 0.36, r, r * 0.72, 2, p.slope('#5a8f86', '#6d5a9c')),
    path(
      `M${cx - r * 0.5} ${cy + r * 0.36}L${cx + r * 0.1} ${cy - r * 0.36}h${r * 0.25}L${cx - r * 0.2} ${cy + r * 0.36}z`,
      '#fff',
      {
        opacity: '.18',
      },
    ),
    circle(cx - r * 0.9, cy, 2.4, '#e2574c'),
  ].join('');
}

export const mirrorless: Drawing = ({ body, accent, size, detail }, p) => {
  const skin = darker(body, 0.35);
  return group(
    'translate(0 9)',
    path('M96 92l9-22q2-5 7-5h20q5 0 7 5l9 22z', p.body(body), RIM),
    rect(114, 60, 18, 6, 2, darker(body, 0.5)),
    rect(152, 78, 24, 14, 3, p.tube(lighter(body, 0.1)), RIM),
    rect(56, 83, 20, 10, 5, p.body(accent)),
    rect(44, 90, 152, 92, 16, p.body(body), RIM),
    rect(44, 110, 152, 54, 0, skin),
    stroke('M44 110H196M44 164H196', lighter(body, 0.25), 1, { opacity: '.5' }),
    rect(44, 92, 34, 90, 14, p.body(darker(body, 0.2)), RIM),
    stroke('M52 116v44M60 114v48M68 116v44', '#000', 1.5, { opacity: '.25' }),
    detail === 'kit' ? lensFront(124, 138, 47, accent, p) : openMount(124, 138, 40 + size * 4, p),
    rect(176, 98, 12, 4, 2, '#fff', { opacity: '.55' }),
    size > 0 ? rect(180, 150, 10, 6, 1.5, accent) : '',
  );
};

export const rangefinder: Drawing = ({ body, accent, detail }, p) =>
  group(
    'translate(0 9)',
    rect(60, 74, 18, 9, 3, p.tube('#b9bdc2')),
    rect(140, 72, 26, 11, 3, p.tube('#b9bdc2')),
    rect(172, 76, 14, 8, 4, p.body('#e58a3c')),
    rect(42, 80, 156, 100, 13, p.body(body), RIM),
    rect(42, 106, 156, 58, 0, accent),
    path('M42 106h156v58H42z', '#000', { opacity: '.12' }),
    stroke('M48 112H192M48 120H192M48 128H192M48 136H192M48 144H192M48 152H192M48 160H192', '#000', 1, {
      opacity: '.14',
      'stroke-dasharray': '1.5 3',
    }),
    rect(54, 86, 24, 15, 3, '#1f2126'),
    rect(57, 89, 18, 9, 2, p.glass()),
    rect(100, 89, 14, 8, 2, '#2a2d33'),
    circle(182, 93, 4, '#f4efe4', { opacity: '.8' }),
    detail === 'kit' ? lensFront(124, 138, 42, '#d8dade', p) : openMount(124, 138, 37, p),
  );

export const compact: Drawing = ({ body }, p) =>
  group(
    'translate(0 9)',
    rect(58, 86, 26, 9, 4, p.tube(lighter(body, 0.1))),
    rect(150, 85, 20, 9, 4, p.tube('#9a9ea5')),
    rect(46, 92, 148, 86, 18, p.body(body), RIM),
    rect(54, 104, 13, 62, 6, darker(body, 0.3)),
    rect(156, 100, 28, 13, 4, p.slope('#fffdf4', '#cfd6dd')),
    circle(124, 138, 40, p.body(darker(body, 0.12)), RIM),
    lensFront(124, 138, 33, '#9a9ea5', p),
  );

export const actionCamera: Drawing = ({ body, accent }, p) =>
  [
    rect(104, 66, 34, 10, 4, p.body('#d2513f')),
    rect(56, 74, 128, 104, 20, p.body(body), RIM),
    rect(64, 84, 62, 62, 14, p.body('#26282d'), RIM),
    lensFront(95, 115, 26, accent, p),
    rect(136, 90, 38, 30, 6, '#101216'),
    stroke('M142 111l6-8 6 5 7-10 7 9', '#7fd1b9', 2.4, { 'stroke-linejoin': 'round' }),
    rect(136, 132, 38, 8, 4, accent),
    stroke('M66 158h108M66 165h108', '#000', 2, { opacity: '.22', 'stroke-dasharray': '2 4' }),
    rect(104, 178, 32, 14, 4, p.body('#4a4e55')),
  ].join('');

export const instantCamera: Drawing = ({ body }, p) =>
  [
    group(
      'rotate(-4 120 70)',
      rect(84, 34, 72, 60, 3, '#fdfbf6'),
      rect(91, 41, 58, 44, 1, p.slope('#8ec5e8', '#f3c79a')),
      path('M91 85V70l16-13 13 12 10-7 19 15v8z', '#5c8a6a'),
      circle(136, 53, 5.5, '#fff1c9'),
    ),
    rect(46, 76, 148, 112, 26, p.body(body), RIM),
    rect(72, 76, 96, 9, 4, darker(body, 0.5)),
    rect(46, 158, 148, 9, 0, lighter(body, 0.45), { opacity: '.8' }),
    rect(158, 96, 24, 20, 6, p.slope('#fffef8', '#d9dde2')),
    circle(70, 106, 9, p.body('#e2574c')),
    lensFront(118, 128, 36, lighter(body, 0.3), p),
    rect(166, 126, 10, 10, 3, '#2b2d32'),
  ].join('');

export const sphereCamera: Drawing = ({ body, accent }, p) =>
  [
    rect(90, 48, 60, 146, 28, p.tube(body), RIM),
    lensFront(120, 84, 29, accent, p),
    path('M150 66q17 18 0 36z', p.body('#3a3550')),
    path('M90 66q-17 18 0 36z', p.body('#3a3550')),
    circle(120, 146, 12, 'none', { stroke: accent, 'stroke-width': 3 }),
    circle(120, 146, 7, '#e2574c'),
    rect(112, 172, 16, 4, 2, '#fff', { opacity: '.4' }),
  ].join('');
