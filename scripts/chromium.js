// @ts-check
import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Where Chromium is: what the variable CHROMIUM says, whether it exists or not, else the first usual place
 * that exists.
 * @returns {string | undefined}
 */
export function chromiumPath() {
  const promised = process.env.CHROMIUM ?? '';
  return promised === '' ? usualPlaces.find((place) => existsSync(place)) : promised;
}

/**
 * Starts a headless Chromium that asks nobody anything.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} when there is none, or it does not start.
 */
export async function launchChromium() {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error('no Chromium found; install the package chromium, or give its path in CHROMIUM');
  }
  return await chromium.launch({
    executablePath,
    args: [
      '--headless',
      // Sandboxes need rights that containers rarely have; nothing foreign is loaded here.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
