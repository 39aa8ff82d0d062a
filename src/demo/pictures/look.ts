/** What a product looks like, for the picture drawn of it. */
export interface Look {
  readonly shape: Shape;
  readonly body: Colour;
  readonly accent?: Colour;
  /** How big or long the thing is among its kind: 0 is the smallest drawn, 1 the biggest. */
  readonly size?: number;
  /** Few letters printed on the thing itself, such as `256`. */
  readonly label?: string;
  /** What distinguishes it from its kind: a plug, a set of two, a kit. */
  readonly detail?: string;
}

export type Shape =
  | 'mirrorless'
  | 'rangefinder'
  | 'compact'
  | 'action-camera'
  | 'instant-camera'
  | 'sphere-camera'
  | 'prime-lens'
  | 'zoom-lens'
  | 'tripod'
  | 'mini-tripod'
  | 'flexible-tripod'
  | 'monopod'
  | 'ball-head'
  | 'fluid-head'
  | 'light-panel'
  | 'ring-light'
  | 'light-tube'
  | 'softbox'
  | 'flash'
  | 'desk-lamp'
  | 'headphones'
  | 'earbuds'
  | 'desk-microphone'
  | 'clip-microphone'
  | 'speaker'
  | 'charger'
  | 'power-bank'
  | 'cable'
  | 'battery'
  | 'charging-pad'
  | 'travel-adapter'
  | 'memory-card'
  | 'micro-card'
  | 'solid-drive'
  | 'hard-drive'
  | 'memory-stick'
  | 'card-reader'
  | 'keyboard'
  | 'mouse'
  | 'hub'
  | 'webcam'
  | 'laptop-stand';

export const COLOURS = {
  black: '#2e3138',
  graphite: '#545a63',
  carbon: '#3a4048',
  silver: '#c2c7cc',
  white: '#f1eee8',
  cream: '#ead9b8',
  sand: '#cfae82',
  sage: '#8dab8f',
  green: '#4a8467',
  mint: '#93d0bd',
  blue: '#4a7fb5',
  navy: '#34507a',
  red: '#c8523f',
  orange: '#e58a3c',
  pink: '#e8a0aa',
  yellow: '#edc257',
  violet: '#8b78b8',
} as const;
export type Colour = keyof typeof COLOURS;
