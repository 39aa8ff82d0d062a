import { localDate } from '../../../domain/kernel/dates.js';
import { OrderNumber, PurchaseOrderLineId, Sku } from '../../../domain/kernel/ids.js';
import type { Home, Message } from '../blocks/schemas.js';
import type { Opening } from '../handling.js';

/** A card, modal or App Home as somebody may meet it. The title says when, for whoever reviews the wording. */
export type Sample = { readonly title: string } & (
  | { readonly as: 'message'; readonly message: Message }
  | { readonly as: 'modal'; readonly modal: Opening }
  | { readonly as: 'home'; readonly home: Home }
);

export const asMessage = (title: string, message: Message): Sample => ({ title, as: 'message', message });
export const asModal = (title: string, modal: Opening): Sample => ({ title, as: 'modal', modal });
export const asHome = (title: string, home: Home): Sample => ({ title, as: 'home', home });

/** How much there is of everything: what samples are drawn with. */
export interface Extent {
  readonly person: string;
  readonly item: string;
  readonly supplier: string;
  /** Something that somebody typed. */
  readonly typed: string;
  readonly order: (n: number) => OrderNumber;
  readonly sku: (n: number) => Sku;
  readonly poLine: (n: number) => PurchaseOrderLineId;
  /** A figure that is at most so large. */
  readonly count: (most: number) => number;
  /** The same thing several times, each with its number from 1; `most` where there is as much as is realistic. */
  readonly many: <Item>(most: number, make: (n: number) => Item) => Item[];
}

const times = <Item>(count: number, make: (n: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at + 1));

const EVERYDAY_MOST = 3;

/** A day like others. This is what `desk preview` shows first. */
export const EVERYDAY: Extent = {
  person: 'Ana Silva',
  item: '50 mm lens',
  supplier: 'Kestrel Optics',
  typed: 'They need it for a wedding on Saturday and asked twice.',
  order: (n) => OrderNumber.parse(String(1041 + n)),
  sku: (n) => Sku.parse(`LEN-${n * 50}`),
  poLine: (n) => PurchaseOrderLineId.parse(`PO-${76 + n}-1`),
  count: (most) => Math.ceil(most / 20),
  many: (most, make) => times(Math.min(most, EVERYDAY_MOST), make),
};

const NASTY = '<!channel> *bold* `code` <https://evil.example|here> & ';

/** The longest that is realistic, in the words of somebody who means ill: held against Slack's limits. */
export const LONGEST: Extent = {
  person: `${NASTY}Maria-Theresia Wolfeschlegelsteinhausen & Daughters Photography`,
  item: `${NASTY}Professional carbon fibre tripod & fluid head <quick release>, 180 cm, with bag and spare plate`,
  supplier: `${NASTY}Maria-Theresia Wolfeschlegelsteinhausen & Daughters Optical Instruments, Wetzlar`,
  // what somebody typed may grow fivefold when it is escaped
  typed: `${NASTY}${'&'.repeat(444)}`,
  order: (n) => OrderNumber.parse(`TG-2026-EXTENDED-0000-${1000 + n}`),
  sku: (n) => Sku.parse(`TRI-900-CARBON-XL-${n}`),
  poLine: (n) => PurchaseOrderLineId.parse(`PO-${2000 + n}-12`),
  count: (most) => most,
  many: times,
};

export const SAMPLE_DAY = localDate('2026-11-23');

/** Samples of one subject, a file in this folder. */
export interface Samples {
  /** A heading of the preview. */
  readonly subject: string;
  readonly draw: (extent: Extent) => readonly Sample[];
}
export const defineSamples = (samples: Samples): Samples => samples;
