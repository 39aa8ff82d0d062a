import type { ToolContext } from './define-tool.js';
import { isStaff } from './principal.js';

/** Somebody of the team as hand-offs know them; the name is null for who is known by a user group alone. */
export interface StaffPerson {
  readonly staffId: string;
  readonly name: string | null;
}

/** Whoever of the team acts. Throws for anybody else: a tool with the wrong audience. */
export function staffPerson({ principal }: ToolContext): StaffPerson {
  if (!isStaff(principal)) throw new Error(`A ${principal.kind} is nobody of the team`);
  return { staffId: principal.staffId, name: principal.name ?? null };
}

/** What customers are told of somebody: the first name. */
export const firstName = ({ name }: StaffPerson): string | null => name?.trim().split(/\s+/)[0] ?? null;
