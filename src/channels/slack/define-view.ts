import type { z } from 'zod';
import type { StaffRole } from '../../tools/principal.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';

/** Faults by the name of their input; shown at the field, and the modal stays open. */
export type Faults = Readonly<Record<string, string>>;

/**
 * A modal that is handed in, a file in views/. Its inputs are named by `input(name, …)`; `answers` reads them and its
 * messages are shown at the field that is at fault.
 */
export interface View<Keeps extends z.ZodType = z.ZodType, Answers extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly roles?: readonly StaffRole[];
  /** What it was opened with. */
  readonly keeps: Keeps;
  /** The answers by name: texts, lists of texts for checkboxes, null for what was left empty. */
  readonly answers: Answers;
  /** What the answers alone do not show, found while the modal is still open. It only reads. Empty when all is well. */
  check?(answers: z.infer<Answers>, keeps: z.infer<Keeps>, handling: Handling): Promise<Faults>;
  /**
   * Shows another modal in its place, such as what a customer is going to see before it is sent; null to be run instead.
   * It only reads.
   */
  next?(answers: z.infer<Answers>, keeps: z.infer<Keeps>, handling: Handling): Promise<Opening | null>;
  /** Returns what is to be sent. It may be begun anew after a crash. */
  run(answers: z.infer<Answers>, keeps: z.infer<Keeps>, handling: Handling): Promise<readonly Post[]>;
}

export const defineView = <Keeps extends z.ZodType, Answers extends z.ZodType>(
  view: View<Keeps, Answers>,
): View<Keeps, Answers> => view;
