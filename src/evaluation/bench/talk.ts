import type { DemoPerson } from '../../demo/people.js';

/** What one visitor says, one message at a time: most of what the desk is for, from asking who it is to goodbye. */
export const talkOf = ({ orderNumber, email }: DemoPerson): readonly string[] => [
  'wheres my oder',
  `its ${orderNumber} and ${email}`,
  'when will it ship?',
  'why is it late?',
  'thanks',
];
