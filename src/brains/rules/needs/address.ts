import { changeAddress } from '../../../tools/change-address.js';
import { type Filling, type Need, tell } from '../flow.js';

/** The new shipping address, in one line as people write it in the US. */
export const address: Need = {
  name: 'address',
  async fill({ slots, reading }): Promise<Filling> {
    const shipTo = readAddress(reading.text) ?? slots.shipTo ?? readAddress(slots.said?.text ?? '');
    return shipTo ? { kind: 'filled', slots: { ...slots, shipTo } } : { kind: 'ask', says: [tell('ask-address')] };
  },
};

/** Street from its house number on, city, state, ZIP; commas may be missing before state and ZIP, and after a street that says it is one. "Send 1042 to 12 Oak…" begins at 12. A state is one that the mail knows: "ship, … on 88344" holds no address. */
const ADDRESS =
  /(?<street>(?<!\d)\d{1,6}[a-z]? (?:(?!\b(?:to|is|be|at) \d|[.!?;:]\s*\d|\s{2}|\s\/\s)[^,\n@]){2,100})(?:[,\n]\s*|(?<=\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|way|court|ct|place|pl|boulevard|blvd|terrace|circle|crescent|square|trail|parkway|pkwy)\.?) )(?:(?<unit>(?:apt|apartment|unit|suite|ste|floor|fl|room|rm|building|bldg|flat|level|#|\d{1,3}(?:st|nd|rd|th) floor)\b(?:[^,\n]{0,20}(?=[,\n])|\.? ?#?[\w-]{1,5}(?= )))[,\n ]\s*)?(?<city>[a-z .'-]{2,60}?)[,\s]\s*(?<region>a[aeklprsz]|c[aot]|d[ce]|fl|g[au]|hi|i[adln]|k[sy]|la|m[adeinopst]|n[cdehjmvy]|o[hkr]|p[ar]|ri|s[cd]|t[nx]|ut|v[ait]|w[aivy])[,\s]\s*(?<postcode>\d{5}(?:-\d{4})?)\b/i;

/** The message with "the new address" in the place of an address, from end to end: what streets are called wishes for nothing. */
export const addressMasked = (text: string): string =>
  text.replace(ADDRESS, (found) => `the${' '.repeat(found.length - 'thenew address'.length)}new address`);

/** What is said beside the address. */
export const withoutAddress = (text: string): string => text.replace(ADDRESS, ' ');

export function readAddress(text: string) {
  const { street = '', unit, city, region, postcode } = ADDRESS.exec(text)?.groups ?? {};
  const read = changeAddress.input.shape.shipTo.safeParse({
    street: unit ? `${street}, ${unit}` : street,
    city,
    region,
    postcode,
  });
  return read.success ? read.data : undefined;
}
