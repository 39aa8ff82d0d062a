import type { Zone } from '../../domain/kernel/dates.js';
import { zoneOfState } from '../../domain/kernel/us-zones.js';
import { pick, type Random, wholeBetween } from '../random.js';

export interface Address {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly zone: Zone;
}

interface Place {
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly areaCode: string;
}

const place = (city: string, region: string, postcode: string, areaCode: string): Place => ({
  city,
  region,
  postcode,
  areaCode,
});

/** Real places with a post code and an area code of theirs. */
export const PLACES: readonly Place[] = [
  place('Portland', 'OR', '97201', '503'),
  place('Eugene', 'OR', '97401', '541'),
  place('Seattle', 'WA', '98103', '206'),
  place('Spokane', 'WA', '99201', '509'),
  place('San Francisco', 'CA', '94110', '415'),
  place('Sacramento', 'CA', '95814', '916'),
  place('Los Angeles', 'CA', '90026', '213'),
  place('San Diego', 'CA', '92104', '619'),
  place('Reno', 'NV', '89501', '775'),
  place('Denver', 'CO', '80205', '303'),
  place('Boulder', 'CO', '80302', '720'),
  place('Salt Lake City', 'UT', '84102', '801'),
  place('Albuquerque', 'NM', '87106', '505'),
  place('Phoenix', 'AZ', '85004', '602'),
  place('Tucson', 'AZ', '85701', '520'),
  place('Austin', 'TX', '78704', '512'),
  place('Houston', 'TX', '77006', '713'),
  place('Minneapolis', 'MN', '55408', '612'),
  place('Chicago', 'IL', '60622', '312'),
  place('Madison', 'WI', '53703', '608'),
  place('St. Louis', 'MO', '63104', '314'),
  place('New Orleans', 'LA', '70115', '504'),
  place('Columbus', 'OH', '43215', '614'),
  place('Cleveland', 'OH', '44113', '216'),
  place('Detroit', 'MI', '48201', '313'),
  place('Atlanta', 'GA', '30307', '404'),
  place('Miami', 'FL', '33130', '305'),
  place('Orlando', 'FL', '32801', '407'),
  place('Raleigh', 'NC', '27601', '919'),
  place('Richmond', 'VA', '23220', '804'),
  place('Philadelphia', 'PA', '19103', '215'),
  place('Pittsburgh', 'PA', '15206', '412'),
  place('Brooklyn', 'NY', '11215', '718'),
  place('Buffalo', 'NY', '14201', '716'),
  place('Boston', 'MA', '02116', '617'),
  place('Burlington', 'VT', '05401', '802'),
  place('Anchorage', 'AK', '99501', '907'),
  place('Honolulu', 'HI', '96815', '808'),
];

const STREETS = [
  'Alder Hollow Road',
  'Bluebird Lane',
  'Cartwheel Court',
  'Dovetail Street',
  'Elderflower Way',
  'Fiddlehead Avenue',
  'Gooseberry Drive',
  'Harvest Moon Lane',
  'Inkwell Street',
  'Juniper Bend',
  'Kitebird Avenue',
  'Lantern Row',
  'Mossback Road',
  'Nutmeg Street',
  'Old Orchard Path',
  'Paper Mill Lane',
  'Quarry Edge Road',
  'Rowan Terrace',
  'Saltmarsh Avenue',
  'Thimble Street',
] as const;

/** An invented street in a real place, in the zone in which most of its state lives. */
export function addressIn(city: string, street: string): Address {
  const found = PLACES.find((candidate) => candidate.city === city);
  const zone = found && zoneOfState(found.region);
  if (!found || !zone) throw new Error(`The demo shop knows no place called ${city}`);
  return { street, city, region: found.region, postcode: found.postcode, zone };
}

export function someAddress(random: Random): Address {
  const street = `${wholeBetween(random, 3, 890)} ${pick(random, STREETS)}`;
  const flat = random() < 0.25 ? `, Apt ${wholeBetween(random, 1, 24)}` : '';
  return addressIn(pick(random, PLACES).city, street + flat);
}

/** A number of the range that is kept free for fiction (555-0100 to 555-0199) in a city's area code, in E.164. */
export function fictionalPhone(city: string, sequence: number): string {
  const areaCode = PLACES.find((candidate) => candidate.city === city)?.areaCode ?? '503';
  return `+1${areaCode}55501${String(sequence % 100).padStart(2, '0')}`;
}
