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
  stroke,
  text,
} from './drawing.js';

/** A piece of a standing lens: a cylinder or cone from `top` to `bottom`, its lower edge rounded as seen from above. */
function barrel(top: number, bottom: number, topR: number, bottomR: number, fill: string): string {
  return path(
    `M${120 - topR} ${top}L${120 - bottomR} ${bottom}A${bottomR} ${bottomR * 0.26} 0 0 0 ${120 + bottomR} ${bottom}L${120 + topR} ${top}z`,
    fill,
    RIM,
  );
}

const arc = (y: number, r: number): string => `M${120 - r} ${y}A${r} ${r * 0.26} 0 0 0 ${120 + r} ${y}`;

/** A rubber ring with ribs, closer together towards the edges as on a round thing. */
function grip(top: number, bottom: number, r: number, body: string, p: Paint): string {
  const ribs = Array.from({ length: 17 }, (_, index) => {
    const angle = ((index - 8) / 8) * 1.32;
    const x = Math.round(120 + r * Math.sin(angle));
    return `M${x} ${Math.round(top + 2 + r * 0.26 * Math.cos(angle))}v${Math.round(bottom - top - 4)}`;
  });
  return [
    barrel(top, bottom, r, r, p.tube(darker(body, 0.45))),
    stroke(ribs.join(''), lighter(body, 0.35), 1.6, { 'stroke-linecap': 'butt', opacity: '.4' }),
  ].join('');
}

function front(y: number, r: number, accent: string, dome: boolean, p: Paint): string {
  const ry = r * 0.34;
  return [
    ellipse(120, y, r, ry, p.body('#3c4047'), RIM),
    ellipse(120, y + 1, r * 0.86, ry * 0.82, '#17181b'),
    ellipse(120, y + 1, r * 0.82, ry * 0.78, 'none', { stroke: accent, 'stroke-width': 1.6 }),
    dome
      ? path(
          `M${120 - r * 0.68} ${y}C${120 - r * 0.6} ${y - r * 0.75} ${120 + r * 0.6} ${y - r * 0.75} ${120 + r * 0.68} ${y}A${r * 0.68} ${ry * 0.6} 0 0 1 ${120 - r * 0.68} ${y}z`,
          p.glass(),
        )
      : ellipse(120, y + 2, r * 0.66, ry * 0.62, p.glass()),
    ellipse(120 - r * 0.22, dome ? y - r * 0.28 : y - ry * 0.12, r * 0.16, ry * 0.13, '#fff', { opacity: '.8' }),
    circle(120 + r * 0.26, y + ry * 0.22, 1.8, '#e7b7ef', { opacity: '.8' }),
  ].join('');
}

function mount(y: number, r: number, p: Paint): string {
  return barrel(y, y + 9, r, r - 1, p.tube('#c9ccd0')) + circle(120 - r * 0.55, y + r * 0.22 + 4, 2, '#e2574c');
}

const enlarged = (...parts: string[]): string => group('translate(120 192) scale(1.12) translate(-120 -186)', ...parts);

export const primeLens: Drawing = ({ body, accent, size, label, detail }, p) => {
  const r = 44 + size * 9;
  const height = 52 + size * 62;
  const top = 182 - height - 4;
  const bottom = 176;
  const gripTop = top + height * 0.3;
  const gripBottom = top + height * 0.58;
  return enlarged(
    mount(bottom, r * 0.78, p),
    barrel(gripBottom, bottom, r * 0.97, r * 0.84, p.tube(body)),
    barrel(top, gripTop, r, r, p.tube(body)),
    grip(gripTop, gripBottom, r, body, p),
    stroke(arc(gripBottom + height * 0.16, r * 0.92), accent, 3, { 'stroke-linecap': 'butt' }),
    text(120, gripBottom + height * 0.16 + r * 0.26 - 7, 12, inkOn(body), label),
    front(top, r, accent, detail === 'dome', p),
  );
};

export const zoomLens: Drawing = ({ body, accent, size, label }, p) => {
  const r = 43 + size * 7;
  const height = 84 + size * 50;
  const bottom = 178;
  const top = bottom - height;
  const at = (share: number) => top + height * share;
  return enlarged(
    mount(bottom, r * 0.74, p),
    barrel(at(0.86), bottom, r * 0.9, r * 0.8, p.tube(body)),
    grip(at(0.52), at(0.86), r * 0.92, body, p),
    barrel(at(0.36), at(0.52), r * 0.86, r * 0.86, p.tube(body)),
    text(120, at(0.46) + r * 0.2, 11, inkOn(body), label),
    grip(at(0.16), at(0.36), r * 0.95, body, p),
    barrel(top, at(0.16), r, r * 0.96, p.tube(body)),
    stroke(arc(at(0.1), r * 0.98), accent, 3, { 'stroke-linecap': 'butt' }),
    front(top, r, accent, false, p),
  );
};
