const MAILBOX = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

/**
 * The one address of a From header, lower case; null where there is none, or more than one. A display name counts for
 * nothing: in `"buyer@acme.example" <x@evil.example>` the address is the one in brackets (RFC 5322, 3.4).
 */
export function mailboxOf(from: string): string | null {
  const unnamed = from.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '');
  const bracketed = [...unnamed.matchAll(/<([^<>]*)>/g)].map(([, address = '']) => address);
  if (bracketed.length > 1 || /[<>]/.test(unnamed.replace(/<[^<>]*>/g, ''))) return null;
  const address = (bracketed[0] ?? unnamed).trim().toLowerCase();
  // letters of other scripts can look like Latin ones
  return MAILBOX.test(address) && /^[\x21-\x7e]+$/.test(address) ? address : null;
}

/** Whether a mail is from the address on file, to the letter. Another mailbox of the same company is another sender. */
export function isSameMailbox(from: string, onFile: string): boolean {
  const sender = mailboxOf(from);
  return sender !== null && sender === mailboxOf(onFile);
}
