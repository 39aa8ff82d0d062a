import { type Zone, zone } from './dates.js';

const ZONES: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
};

const byState = new Map(
  Object.entries(ZONES).flatMap(([name, states]) => states.split(' ').map((state) => [state, zone(name)] as const)),
);

/**
 * The zone in which most of a US state lives, or null for anything else. Fourteen states are split between two zones;
 * a day's difference there is at most an hour around midnight.
 */
export const zoneOfState = (state: string): Zone | null => byState.get(state.toUpperCase()) ?? null;
