/** A section that scrolls sideways if it is wider than the page: a table or a picture. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';

interface Props {
  class: 'desk-table-wrap' | 'desk-chart';
  /** The name of the section for screen readers. */
  label: string;
  children: ComponentChildren;
}

/** The section. Keys can scroll it. On phones, where every chart is wider than the screen, a hint says so. */
export function ScrollingSection({ class: name, label, children }: Props) {
  const { t } = useViewer();
  return (
    <>
      {name === 'desk-chart' && <p class="desk-chart-hint">{t('pictures:scroll')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys too (WCAG 2.1.1) */}
      <section class={name} aria-label={label} tabIndex={0}>
        {children}
      </section>
    </>
  );
}
