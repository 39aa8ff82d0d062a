/** The workspace as everybody finds it: its people, groups and channels. */
export const TEAM = { id: 'T0DEMO', name: 'TechGadgets4U', domain: 'techgadgets4u' } as const;
export const APP = {
  id: 'A0DESK',
  botId: 'B0DESK',
  userId: 'U0DESK',
  handle: 'backorder_desk',
  name: 'Backorder Desk',
} as const;
/** Slack's own voice, for what only one person is told. */
export const SLACKBOT = 'USLACKBOT';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly title: string;
  readonly isBot: boolean;
}

const person = (id: string, name: string, title: string): Person => {
  const handle = name.toLowerCase().replace(' ', '.');
  return { id, name, handle, email: `${handle}@example.com`, title, isBot: false };
};
const bot = (id: string, name: string, handle: string): Person => ({
  id,
  name,
  handle,
  email: '',
  title: '',
  isBot: true,
});

export const PEOPLE: readonly Person[] = [
  person('U01REP', 'Riley Chen', 'Service representative'),
  person('U02REP', 'Sam Ortiz', 'Service representative'),
  person('U03LEAD', 'Lena Fuchs', 'Service lead'),
  person('U04MGR', 'Morgan Blake', 'Operations manager'),
  person('U05NEW', 'Nico Vale', 'New in the warehouse'),
];
export const BOTS: readonly Person[] = [bot(APP.userId, APP.name, APP.handle), bot(SLACKBOT, 'Slackbot', 'slackbot')];
const everybody: ReadonlyMap<string, Person> = new Map([...PEOPLE, ...BOTS].map((one) => [one.id, one]));
export const personBy = (id: string): Person | undefined => everybody.get(id);

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
}

export const USER_GROUPS: readonly UserGroup[] = [
  { id: 'S01REPS', handle: 'desk-reps', name: 'Service representatives', users: ['U01REP', 'U02REP'] },
  { id: 'S02LEADS', handle: 'desk-leads', name: 'Service leads', users: ['U03LEAD'] },
  { id: 'S03MGRS', handle: 'desk-managers', name: 'Operations managers', users: ['U04MGR'] },
];

export interface Conversation {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly name: string;
  readonly topic: string;
  readonly members: readonly string[];
}

const all = PEOPLE.map(({ id }) => id);
const channel = (id: string, name: string, topic: string, members = [...all, APP.userId]): Conversation => ({
  id,
  kind: 'public',
  name,
  topic,
  members,
});

/** The app is in every channel but #random, so that `not_in_channel` can be met. */
export const CHANNELS: readonly Conversation[] = [
  channel('C01BACK', 'backorders', 'Late orders, and what we do about them'),
  channel('C02APPR', 'approvals', 'Offers that need a second person'),
  channel('C03HAND', 'hand-offs', 'Shoppers who asked for a person'),
  channel('C04STOCK', 'stock-alerts', 'What runs out, what slips, what arrives'),
  {
    ...channel('C05MGRS', 'managers', 'The morning digest', ['U03LEAD', 'U04MGR', APP.userId]),
    kind: 'private',
  },
  channel('C06RAND', 'random', 'Lunch, mostly', all),
];

/** Each person's own conversation with the app. */
export const appConversation = (user: string): Conversation => ({
  id: `D${user.slice(1)}`,
  kind: 'im',
  name: '',
  topic: '',
  members: [user, APP.userId],
});
