import { findItem } from '../catalogue/catalogue.js';
import type { CatalogueItem, Category } from '../catalogue/item.js';
import { clipMicrophone, deskMicrophone, earbuds, headphones, speaker } from './draw-audio.js';
import { actionCamera, compact, instantCamera, mirrorless, rangefinder, sphereCamera } from './draw-cameras.js';
import { hub, keyboard, laptopStand, mouse, webcam } from './draw-desk.js';
import { primeLens, zoomLens } from './draw-lenses.js';
import { deskLamp, flash, lightPanel, lightTube, ringLight, softbox } from './draw-lighting.js';
import { battery, cable, charger, chargingPad, powerBank, travelAdapter } from './draw-power.js';
import { cardReader, hardDrive, memoryCard, memoryStick, microCard, solidDrive } from './draw-storage.js';
import { ballHead, flexibleTripod, fluidHead, miniTripod, monopod, tripod } from './draw-tripods.js';
import { circle, type Drawing, ellipse, paint, rect, tag, title } from './drawing.js';
import { COLOURS, type Shape } from './look.js';

const DRAWINGS: Record<Shape, Drawing> = {
  mirrorless,
  rangefinder,
  compact,
  'action-camera': actionCamera,
  'instant-camera': instantCamera,
  'sphere-camera': sphereCamera,
  'prime-lens': primeLens,
  'zoom-lens': zoomLens,
  tripod,
  'mini-tripod': miniTripod,
  'flexible-tripod': flexibleTripod,
  monopod,
  'ball-head': ballHead,
  'fluid-head': fluidHead,
  'light-panel': lightPanel,
  'ring-light': ringLight,
  'light-tube': lightTube,
  softbox,
  flash,
  'desk-lamp': deskLamp,
  headphones,
  earbuds,
  'desk-microphone': deskMicrophone,
  'clip-microphone': clipMicrophone,
  speaker,
  charger,
  'power-bank': powerBank,
  cable,
  battery,
  'charging-pad': chargingPad,
  'travel-adapter': travelAdapter,
  'memory-card': memoryCard,
  'micro-card': microCard,
  'solid-drive': solidDrive,
  'hard-drive': hardDrive,
  'memory-stick': memoryStick,
  'card-reader': cardReader,
  keyboard,
  mouse,
  hub,
  webcam,
  'laptop-stand': laptopStand,
};

/** The colour of the wall behind each category, as a hue. */
const HUES: Record<Category, number> = {
  Cameras: 30,
  Lenses: 212,
  Tripods: 128,
  Lighting: 262,
  Audio: 350,
  Power: 178,
  Storage: 48,
  Desk: 14,
};

/**
 * The picture of one SKU as an SVG document, drawn here from what the catalogue says it looks like; undefined when the shop
 * does not sell it. The wall behind turns dark where the reader's system is.
 */
export function picture(sku: string): string | undefined {
  const item = findItem(sku);
  return item ? draw(item) : undefined;
}

function draw({ title: name, category, look }: CatalogueItem): string {
  const colours = paint();
  const thing = DRAWINGS[look.shape](
    {
      body: COLOURS[look.body],
      accent: COLOURS[look.accent ?? 'orange'],
      size: look.size ?? 0,
      label: look.label ?? '',
      detail: look.detail ?? '',
    },
    colours,
  );
  const hue = HUES[category];
  const style = [
    `.w{fill:hsl(${hue},38%,94%)}.s{fill:hsl(${hue},42%,86%)}`,
    `@media(prefers-color-scheme:dark){.w{fill:hsl(${hue},12%,21%)}.s{fill:hsl(${hue},15%,37%)}}`,
  ].join('');
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 240 240', role: 'img' },
    [
      title(name),
      tag('style', {}, style),
      colours.definitions(),
      rect(0, 0, 240, 240, 0, '#eee', { class: 'w' }),
      circle(120, 116, 94, '#ddd', { class: 's' }),
      ellipse(120, 198, 70, 8, '#000', { opacity: '.13' }),
      thing,
    ].join(''),
  );
}
