import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Tells what is wrong with a payload the way Slack does, each fault with the place where it stands. */
export function faultMessages(issues: readonly Issue[], root: string): string[] {
  return issues.map((issue) => `${faultOf(issue)} [json-pointer:${[root, ...issue.path].join('/')}]`);
}

function faultOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `must be less than ${Number(issue.maximum) + 1} characters`
        : `no more than ${issue.maximum} items allowed`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be more than ${Number(issue.minimum) - 1} characters`
        : `no fewer than ${issue.minimum} items allowed`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'note' in issue && issue.note === 'No matching discriminator'
        ? 'unsupported type'
        : 'failed to match all allowed schemas';
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? `missing required field: ${String(issue.path.at(-1) ?? '')}`
        : `must provide ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    default:
      return issue.message;
  }
}
