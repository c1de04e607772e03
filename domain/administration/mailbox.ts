/** Whether two e-mail addresses belong to one mailbox: letter case and what follows a plus sign do not count. */

/** The mailbox of an address, for comparison. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.split('+')[0]}@${domain}`;
}

/** True if both addresses belong to one mailbox. */
export function sharesMailbox(one: string, other: string): boolean {
  return mailboxOf(one) === mailboxOf(other);
}
