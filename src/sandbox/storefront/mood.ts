import { z } from 'zod';

/** How the stand-in shop behaves, for trying out what a desk does about it. */
export const MOODS = ['well', 'slow', 'failing', 'losing'] as const;
export const Mood = z.enum(MOODS);
export type Mood = z.infer<typeof Mood>;

/** As its page offers them. */
export const MOOD_WORDS: Readonly<Record<Mood, string>> = {
  well: 'Answers at once',
  slow: 'Takes three seconds for each answer',
  failing: 'Does nothing and answers 503',
  losing: 'Does what is asked, and the answer is lost',
};
