/** What the stand-in's own page is told; see src/sandbox/phone/ui-router.ts. */
export interface Seen {
  readonly people: readonly { readonly name: string; readonly phone: string; readonly try: string }[];
  /** Whose phone is shown. */
  readonly phone: string;
  readonly ours: string;
  readonly shopName: string;
  readonly knobs: Knobs;
  readonly texts: readonly Text[];
  readonly hasOptedOut: boolean;
}

export interface Knobs {
  readonly shuffled: boolean;
  readonly noSignal: boolean;
}

export interface Text {
  readonly sid: string;
  readonly way: 'in' | 'out' | 'carrier';
  readonly body: string;
  readonly picture: boolean;
  readonly segments: number;
  readonly at: string;
  readonly state: string | null;
  readonly lost: boolean;
}
