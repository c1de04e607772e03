/** The name of an agency in a list. It can have 120 characters, and takes at most three lines on a screen. */

/** Shows up to three lines of the name. Print, screen readers and the tooltip have the whole name. */
export function AgencyName({ name }: { name: string }) {
  return (
    <span class="desk-agency" title={name}>
      {name}
    </span>
  );
}
