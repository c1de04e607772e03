/** Fonts from npm packages for the browsers of tests, so that installed fonts have no effect. */

import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testFolder } from './folder.ts';

/** A wide, a tall and a narrow font: a layout that works with all three works with common fonts. */
const PACKAGES = {
  'DejaVu Sans': 'dejavu-fonts-ttf',
  'Noto Sans': '@expo-google-fonts/noto-sans',
  Arimo: '@expo-google-fonts/arimo',
} as const;

export type FontFamily = keyof typeof PACKAGES;

export const FONT_FAMILIES = Object.keys(PACKAGES) as FontFamily[];

/** Writes a fontconfig file with this family only, which replaces every other. Returns its path. */
export async function fontsFile(family: FontFamily): Promise<string> {
  const folder = await testFolder();
  const fonts = dirname(fileURLToPath(import.meta.resolve(`${PACKAGES[family]}/package.json`)));
  const path = join(folder, 'fonts.conf');
  await writeFile(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>${family}</string></edit>
  </match>
</fontconfig>
`,
  );
  return path;
}
