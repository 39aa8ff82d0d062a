import { demoPeople } from '../people.js';
import { chance, pick, type Random, randomFor, wholeBetween } from '../random.js';
import { addressIn, fictionalPhone, someAddress } from './addresses.js';
import type { DemoCustomer } from './order-plan.js';

const HOW_MANY = 300;

/** Where the named people live and what the shop knows of them, beside what the README tells. */
const HOMES: Record<string, { city: string; street: string; payment: string; tier?: 'plus' | 'vip'; business?: true }> =
  {
    '1042': { city: 'Portland', street: '214 Lantern Row', payment: 'Visa ending 4417', tier: 'plus' },
    '1067': { city: 'Chicago', street: '58 Thimble Street, Apt 3', payment: 'Mastercard ending 5310' },
    '1083': { city: 'Denver', street: '7 Juniper Bend', payment: 'Visa ending 2086' },
    '1105': { city: 'Austin', street: '620 Paper Mill Lane', payment: 'PayPal' },
    '1128': { city: 'Minneapolis', street: '19 Kitebird Avenue', payment: 'Visa ending 7754', tier: 'plus' },
    '1136': { city: 'Detroit', street: '401 Quarry Edge Road', payment: 'Mastercard ending 1192' },
    '1154': { city: 'Los Angeles', street: '88 Saltmarsh Avenue', payment: 'Visa ending 3349' },
    '1171': { city: 'Boston', street: '12 Inkwell Street', payment: 'American Express ending 1009' },
    '1190': { city: 'Seattle', street: '305 Rowan Terrace', payment: 'PayPal' },
    '1206': { city: 'Atlanta', street: '733 Gooseberry Drive', payment: 'Visa ending 6120' },
    '1219': { city: 'San Francisco', street: '41 Elderflower Way', payment: 'Visa ending 9038', tier: 'vip' },
    '1234': {
      city: 'Brooklyn',
      street: '160 Cartwheel Court, Floor 2',
      payment: 'Mastercard ending 8841',
      tier: 'plus',
      business: true,
    },
    '1248': { city: 'Phoenix', street: '27 Bluebird Lane', payment: 'Visa ending 5573' },
    '1263': { city: 'Columbus', street: '95 Old Orchard Path', payment: 'Visa ending 4602' },
  };

const FIRST_NAMES =
  'Aaliyah Aaron Adela Aiko Alejandro Alma Amara Amit Anders Anika Anthony Arjun Aster Beatriz Bianca Bruno Callum Camille Carlos Cedric Clara Dalia Daniel Daphne Darius Deepa Delphine Dmitri Edith Eduardo Eleni Elias Esme Esther Fatima Felix Fiona Gabriel Gemma Gideon Greta Hana Harold Hector Imani Ines Ivan Jada Jamal Jasper Joaquin Josefina Joy Kai Keiko Kenji Lars Laura Leila Leo Linh Lorenzo Lucia Malik Mara Marcus Margot Mateo Mei Mila Mina Nadia Naomi Nils Nora Odette Omar Oscar Paloma Paolo Pearl Petra Priya Quentin Rafael Ravi Renata Rosa Ruth Sadie Samir Sana Selma Silas Sofia Soren Tamar Tariq Tessa Theo Thuy Uma Valerie Viktor Wanda Wei Yara Yusuf Zara Zoe'.split(
    ' ',
  );
const LAST_NAMES =
  'Abbott Acheampong Adler Aguilar Ahmed Alvarez Andersson Arnold Baker Banerjee Barros Becker Bell Bianchi Brandt Brooks Byrne Castillo Chandra Chen Clarke Cohen Costa Cruz Dahl Daly Dang Delgado Desai Dubois Dunn Ellis Engel Evans Farrell Ferrari Flores Foster Fraser Fujita Garcia Gill Goldberg Gomes Grant Gupta Hale Hansen Hassan Hayes Herrera Holm Hughes Ibrahim Ito Ivanova Jain Jensen Kaplan Kelly Khan Klein Kowalski Kumar Larsen Laurent Lee Levy Lopez Lund MacLeod Mahmoud Marino Mbeki Mehta Mendez Meyer Mitchell Moreau Morgan Murphy Nakamura Navarro Nguyen Nowak Obi Ochoa Olsen Ortiz Osei Park Patel Perez Petrov Pham Quinn Rahman Reyes Rivera Rossi Roy Ruiz Sato Schmidt Shah Silva Singh Soto Stein Suzuki Tanaka Torres Tran Turner Ueda Vargas Vega Wagner Walker Weiss Wood Yamada Young Zhang Ziegler'.split(
    ' ',
  );

/** The named people first, in the README's order, then everybody else. */
export function demoCustomers(seed: number): DemoCustomer[] {
  const random = randomFor(seed, 'customers');
  const named = namedCustomers();
  const taken = new Set(named.map(({ email }) => email));
  const others = Array.from({ length: HOW_MANY - named.length }, (_, index) => stranger(index, random, taken));
  return [...named, ...others];
}

function namedCustomers(): DemoCustomer[] {
  return demoPeople().map(({ name, email, orderNumber }, index) => {
    const home = HOMES[orderNumber];
    if (!home) throw new Error(`${name} of the demo shop has no home`);
    return {
      id: (email.split('@')[0] ?? '').replace('.', '-'),
      name,
      email,
      phone: fictionalPhone(home.city, index + 1),
      tier: home.tier ?? 'standard',
      isBusiness: home.business ?? false,
      address: addressIn(home.city, home.street),
      payment: home.payment,
      since: -(420 - 23 * index),
    };
  });
}

function stranger(index: number, random: Random, taken: Set<string>): DemoCustomer {
  const name = `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`;
  const local = name.toLowerCase().replace(' ', '.');
  const email = taken.has(`${local}@example.com`) ? `${local}.${index}@example.com` : `${local}@example.com`;
  taken.add(email);
  const address = someAddress(random);
  return {
    id: `c${String(index + 1).padStart(3, '0')}`,
    name,
    email,
    // every city's numbers are handed out in turn, from 20 so that the named people keep theirs
    phone: chance(random, 0.7) ? fictionalPhone(address.city, 20 + (index % 80)) : null,
    tier: index < 18 ? 'vip' : index < 70 ? 'plus' : 'standard',
    isBusiness: index % 24 === 5,
    address,
    payment: somePayment(random),
    since: -wholeBetween(random, 5, 720),
  };
}

function somePayment(random: Random): string {
  const ending = String(wholeBetween(random, 0, 9999)).padStart(4, '0');
  const brand = pick(random, ['Visa', 'Visa', 'Mastercard', 'American Express', 'PayPal'] as const);
  return brand === 'PayPal' ? brand : `${brand} ending ${ending}`;
}
