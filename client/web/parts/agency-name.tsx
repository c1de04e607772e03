/** The name of an agency in a list. It can have 120 characters, and takes at most three lines on a screen. */

/** The referral has the whole name, as has a print, a screen reader, and a pointer on the name. */
export function AgencyName({ name }: { name: string }) {
  return (
    <span class="desk-agency" title={name}>
      {name}
    </span>
  );
}
