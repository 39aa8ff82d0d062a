/** The rows of the decision table in docs/delay-rule.md. */
export type Row = keyof typeof CITATIONS;

/** Where each row comes from in 16 CFR part 435 as in force since 2014-12-08; `guidance` is the FTC's business guide. */
const CITATIONS = {
  '0': '435.3(a)',
  '1': '435.2(a)(1)',
  '2': '435.2(b)(1), (b)(3)',
  '3': '435.2(b)(1)(ii)',
  '4': '435.2(b)(1)(iii), (c)(2)',
  '5': '435.2(b)(1)(iii), (c)(2)',
  '6': '435.2(b)(1)(iii)(B), (c)(1)',
  '7': '435.2(b)(2), (c)(3)',
  '7a': '435.2(b)(2), guidance',
  '8': '435.2(c)(5)',
  '9': '435.2(b)(4), (c)(4)',
  '10': '435.2(c)(1)',
  '11': '435.1(b)',
  '12': '435.1(d)',
  '13': 'guidance',
  '14': 'guidance',
  '16': '435.2(d)',
} as const;

/** A row that fired, with its place in the statute. */
export interface Rule {
  readonly row: Row;
  readonly cite: string;
}

export const rule = (row: Row): Rule => ({ row, cite: CITATIONS[row] });
