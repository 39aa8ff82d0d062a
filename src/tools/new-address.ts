import { z } from 'zod';
import { zoneOfState } from '../domain/kernel/us-zones.js';

/** One line of a label, without characters that a recap would not show. */
export const labelText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error: 'has characters that cannot be shown' });

/** A US address as somebody gives it; without a name, that of the order stays. */
export const NewAddress = z.object({
  name: labelText(1, 80).optional(),
  street: labelText(3, 120),
  city: labelText(2, 60),
  region: z
    .string()
    .trim()
    .toUpperCase()
    .refine((state) => zoneOfState(state) !== null, { error: 'not a US state' }),
  postcode: z.string().regex(/^\d{5}(-\d{4})?$/, { error: 'a US ZIP code has five digits' }),
});
