// Opens pages in Chromium as people do — on a wide screen and on a phone — and fails on what would keep some of them
// out: any violation that axe-core finds, a page that must be scrolled sideways, anything loaded or refused.
//
// node check.js PAGE.html …    (Chromium: $CHROMIUM, or else /usr/bin/chromium)

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// 320 pixels is what WCAG 2.2 (1.4.10) asks a page to fit in.
const SCREENS = [{ width: 1280, height: 900 }, { width: 320, height: 640 }];

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('no pages were given');
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
let faults = 0;
for (const file of files) {
  for (const screen of SCREENS) {
    const told = await faultsOf(pathToFileURL(resolve(file)).href, screen);
    faults += told.length;
    console.log(`${told.length === 0 ? 'ok  ' : 'FAIL'} ${file} at ${screen.width} px`);
    told.forEach((fault) => console.log(`     ${fault}`));
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);

/** What is wrong with a page on a screen of this size, a line each. */
async function faultsOf(address, viewport) {
  const page = await browser.newPage({ viewport });
  const faults = [];
  page.on('request', (request) => {
    if (request.url() !== address) faults.push(`it asks for ${request.url()}`);
  });
  page.on('console', (message) => faults.push(`the browser says: ${message.text()}`));
  await page.goto(address);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > viewport.width) faults.push(`it is ${width} px wide`);
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  if (passes.length === 0) faults.push('axe looked at nothing');
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' '));
    faults.push(`${id}: ${help} (${nodes.length} times: ${where.join(' | ')})`);
  }
  await page.close();
  return faults;
}
