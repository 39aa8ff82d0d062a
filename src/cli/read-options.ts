import { InvalidArgumentError } from 'commander';
import { LocalDate } from '../domain/kernel/dates.js';

/** A calendar day given on the command line. */
export const date = (text: string): LocalDate => {
  const read = LocalDate.safeParse(text);
  if (!read.success) throw new InvalidArgumentError('write a date as 2026-11-23');
  return read.data;
};

/** A whole number within limits given on the command line. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`write a whole number from ${least} to ${most}`);
    return number;
  };
