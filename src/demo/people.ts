export interface DemoPerson {
  readonly name: string;
  readonly orderNumber: string;
  readonly email: string;
  /** Where their order stands, for the reader of the README. */
  readonly situation: string;
  /** Something to type into the chat. */
  readonly try: string;
}

/** The people of the demo shop whom one can play: each waits, or does not, for another reason. */
export const demoPeople = (): readonly DemoPerson[] => [
  {
    name: 'Ana Silva',
    orderNumber: '1042',
    email: 'ana.silva@example.com',
    situation: 'The tripod has shipped; the 50 mm lens waits for one purchase order.',
    try: 'wheres my oder',
  },
  {
    name: 'Ben Okafor',
    orderNumber: '1067',
    email: 'ben.okafor@example.com',
    situation: 'Three chargers that it takes two purchase orders to fill.',
    try: 'when will my chargers ship?',
  },
  {
    name: 'Chloe Martin',
    orderNumber: '1083',
    email: 'chloe.martin@example.com',
    situation: 'A fluid head that nobody has on order, and nothing like it in the shop.',
    try: 'if I wait will it really come?',
  },
  {
    name: 'Diego Ramos',
    orderNumber: '1105',
    email: 'diego.ramos@example.com',
    situation: 'The supplier’s date passed five days ago and the keyboard is not here.',
    try: 'you said last week and its still not here',
  },
  {
    name: 'Emma Lindqvist',
    orderNumber: '1128',
    email: 'emma.lindqvist@example.com',
    situation: 'An instant camera put off three times already.',
    try: 'why does the date keep changing?',
  },
  {
    name: 'Farid Haddad',
    orderNumber: '1136',
    email: 'farid.haddad@example.com',
    situation: 'Past the last day on which the shop said it would ship.',
    try: 'just cancel it, I want my money back',
  },
  {
    name: 'Grace Kim',
    orderNumber: '1154',
    email: 'grace.kim@example.com',
    situation: 'Her SSD is due at the warehouse on the next working day.',
    try: 'any idea when my ssd comes',
  },
  {
    name: 'Henry Walsh',
    orderNumber: '1171',
    email: 'henry.walsh@example.com',
    situation: 'Black headphones in three weeks or more; the red ones are on the shelf.',
    try: 'anything similar under $80?',
  },
  {
    name: 'Iris Novak',
    orderNumber: '1190',
    email: 'iris.novak@example.com',
    situation: 'Nothing is late: her earbuds are set aside and about to be packed.',
    try: 'can I change the address on my order?',
  },
  {
    name: 'Jonas Weber',
    orderNumber: '1206',
    email: 'jonas.weber@example.com',
    situation: 'Everything was delivered.',
    try: 'did my order arrive?',
  },
  {
    name: 'Kavya Rao',
    orderNumber: '1219',
    email: 'kavya.rao@example.com',
    situation: 'A VIP with a birthday ahead: one item delivered, two waiting, one from a supplier who names no date.',
    try: 'will it all be here for the birthday?',
  },
  {
    name: 'Liam O’Connor',
    orderNumber: '1234',
    email: 'liam.oconnor@example.com',
    situation: 'A studio’s order: twelve keyboards ready, twelve docks on the way.',
    try: 'ship what you have now and the rest later',
  },
  {
    name: 'Maya Thompson',
    orderNumber: '1248',
    email: 'maya.thompson@example.com',
    situation: 'The label is printed, but no carrier has scanned the parcel.',
    try: 'has my package left yet?',
  },
  {
    name: 'Noah Fischer',
    orderNumber: '1263',
    email: 'noah.fischer@example.com',
    situation: 'Cancelled last week, and the money is on its way back.',
    try: 'where is my refund?',
  },
];
