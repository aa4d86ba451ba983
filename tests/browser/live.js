// Uses the live page in Chromium as a person would: searches, clicks, filters, walks by keyboard, follows data, asks what a
// breach means, and edits a file while looking at a part of the drawing. Fails on what doesn't happen, on whatever axe-core
// finds, and on anything that the browser refuses.
//
// node live.js PROGRAM LANDSCAPE [PICTURES]    (Chromium: $CHROMIUM, or else /usr/bin/chromium)
//
// The landscape is copied first; with a folder for pictures, what is seen is left there to look at.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [program, landscape, pictures] = process.argv.slice(2);
if (!landscape) {
  console.error('a program and a landscape must be given');
  process.exit(2);
}
/** Long enough for the slowest machine; nothing here waits for it when all is well. */
const PATIENCE = 120_000;
const desk = mkdtempSync(join(tmpdir(), 'koppelkaart-'));
const folder = join(desk, 'landscape');
cpSync(landscape, folder, { recursive: true });
const server = spawn(resolve(program), ['serve', '--port', '0', '--lang', 'nl'], { cwd: desk });
process.on('exit', () => server.kill('SIGKILL')); // Whatever happens, nothing stays behind.
const address = await new Promise((done, failed) => {
  server.stdout.on('data', (text) => done(String(text).match(/http:\S+/)?.[0]));
  server.on('exit', (code) => failed(new Error(`it ended with ${code}`)));
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
let failures = 0;
/** How many links there are. */
let all;
const view = await viewWith('application:csam');

/** Opens an address, and waits until its drawing is there: that comes after the rest where it takes long. */
async function open(page, at) {
  await page.goto(at);
  await page.locator('.making').waitFor({ state: 'detached' });
}

/** What to ask for a view that shows each application and link, this one among them. */
async function viewWith(id) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address);
  for (const link of await page.locator('#views a').evaluateAll((all) => all.map((it) => it.getAttribute('href')))) {
    await open(page, new URL(link, address).href);
    if (await page.locator(`.canvas a.node[data-id="${id}"]`).count()) {
      all = await page.locator('#links tbody tr').count();
      await page.close();
      return link.slice(1);
    }
  }
  throw new Error(`no view has ${id}`);
}

/** One thing that a person does, on a page of their own; most look at a view in which Csam is drawn. */
async function person(does, act, { width = 1280, height = 900, scripts = true, asks = view } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: scripts });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  try {
    await open(page, address + asks);
    await act(page);
    assert.deepEqual(said, [], 'the browser complains');
    console.log(`ok   ${does}`);
  } catch (error) {
    failures += 1;
    console.log(`FAIL ${does}\n     ${String(error.stack ?? error).split('\n').slice(0, 6).join('\n     ')}`);
  }
  await context.close();
}

/** What keeps people out, by axe-core, and whether the page must be scrolled sideways. */
async function isOpenToAll(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((it) => it.target.join(' ')).join(' | ')}`);
  assert.deepEqual(told, []);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `it is ${wide} px wide on ${room}`);
}

const picture = (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
const rows = (page) => page.locator('#links tbody tr').count();
const seen = (page) => page.locator('.canvas svg').getAttribute('viewBox');
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.id);
/** Waits until something is so. */
const until = async (page, what, is) => {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; await page.waitForTimeout(50)) if (await is()) return;
  assert.fail(`it never came to be that ${what}`);
};

await person('sees drawing, findings and links without a script', async (page) => {
  assert.ok(await page.locator('#drawing svg a.node').count() > 5);
  assert.ok(await page.locator('#findings details').count() > 5);
  assert.equal(await rows(page), all);
  await page.locator('#links tbody th a').first().click();
  await page.locator('#choice h2').waitFor();
}, { scripts: false, asks: '' });

for (const width of [1280, 390]) {
  await person(`finds nothing in the way at ${width} px`, async (page) => {
    await isOpenToAll(page);
    await picture(page, `begin-${width}`);
    await open(page, address + view);
    await isOpenToAll(page);
    await picture(page, `view-${width}`);
    await open(page, `${address}${view}&select=application:csam&breach=csam`);
    await isOpenToAll(page);
    await picture(page, `breach-${width}`);
    await open(page, `${address}${view}&trace=bsn&q=a`);
    await isOpenToAll(page);
    await picture(page, `trace-${width}`);
  }, { width, asks: '' });
}

await person('searches, and filters what was found', async (page) => {
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'search');
  await page.keyboard.type('csam');
  await until(page, 'fewer links are shown', async () => (await rows(page)) < all);
  const found = await rows(page);
  assert.match(await page.locator('#count').textContent(), new RegExp(`^${found} van ${all} `));
  assert.equal(await focused(page), 'search', 'one can type on');
  assert.ok(await page.locator('.canvas .faded').count() > 0);
  await page.selectOption('[name=class]', 'national-id');
  await until(page, 'fewer are', async () => (await rows(page)) < found);
  await picture(page, 'search');
  await page.click('.clear');
  await until(page, 'all are shown again', async () => (await rows(page)) === all);
  assert.equal(await page.inputValue('#search'), '');
});

await person('clicks a card and a number, and goes back', async (page) => {
  const card = page.locator('.canvas a.node').first();
  const id = await card.getAttribute('data-id');
  await card.click();
  await page.locator('#choice h2').waitFor();
  assert.equal(await page.locator('.canvas a.node.chosen').getAttribute('data-id'), id);
  assert.match(await page.locator('#choice .quote code').last().textContent(), /^landscape\/.+\.toml:\d+$/);
  const chip = page.locator('.canvas a.chip').first();
  const link = await chip.getAttribute('data-id');
  await chip.click();
  await until(page, 'the link is chosen', () => page.locator(`.canvas a.chip.chosen[data-id="${link}"]`).count());
  await page.goBack();
  await until(page, 'the card is chosen again', () => page.locator(`.canvas a.node.chosen[data-id="${id}"]`).count());
  await page.goBack();
  await until(page, 'nothing is', async () => (await page.locator('#choice').count()) === 0);
});

await person('clicks the line of an arrow, which the keyboard passes over', async (page) => {
  const arrow = page.locator('.canvas .arrow[data-id^="link:"]').nth(3);
  const link = await arrow.getAttribute('data-id');
  // Somewhere on the line, a few pixels beside it, where no card or number lies over it.
  const at = await arrow.locator('a.line path').evaluate((line) => {
    const [scale, length] = [line.getScreenCTM(), line.getTotalLength()];
    for (let step = 1; step < 40; step += 1) {
      const { x, y } = line.getPointAtLength((length * step) / 40).matrixTransform(scale);
      if (document.elementFromPoint(x + 2, y + 2) === line) return { x: x + 2, y: y + 2 };
    }
    return null;
  });
  assert.ok(at, 'the line can be hit');
  await page.mouse.move(at.x, at.y);
  assert.equal(await page.evaluate(({ x, y }) => getComputedStyle(document.elementFromPoint(x, y)).cursor, at), 'pointer');
  await page.mouse.click(at.x, at.y);
  await until(page, 'the link is chosen', () => page.locator(`.canvas a.chip.chosen[data-id="${link}"]`).count());
  await picture(page, 'line');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.canvas')), 'one looks on in the drawing');
  await page.keyboard.press('Escape');
  await until(page, 'it is closed', async () => (await page.locator('#choice').count()) === 0);
  assert.equal(await focused(page), link, 'one is back at its number');
  const stops = await page.locator('.canvas a').evaluateAll((all) => all.filter((it) => it.tabIndex >= 0 && it.matches('.line')).length);
  assert.equal(stops, 0);
});

await person('walks by keyboard only, from card to neighbour and back', async (page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 40 && !(await focused(page))?.startsWith('application:'); step += 1) await page.keyboard.press('Tab');
  const card = await focused(page);
  assert.match(card, /^application:/);
  const before = await seen(page);
  await page.keyboard.press('+');
  assert.notEqual(await seen(page), before, 'it zooms');
  await page.keyboard.press('0');
  assert.equal(await seen(page), before);
  await page.keyboard.press('Enter');
  await until(page, 'the panel has the focus', async () => (await focused(page)) === 'chosen');
  const neighbour = page.locator('#choice .neighbours a').first();
  const next = await neighbour.getAttribute('data-id');
  for (let step = 0; step < 80 && (await focused(page)) !== next; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(page, 'one came to the neighbour', async () => page.url().includes(encodeURIComponent(next.split(':')[1])));
  await until(page, 'the panel has the focus', async () => (await focused(page)) === 'chosen');
  await page.keyboard.press('Escape');
  await until(page, 'it is closed', async () => (await page.locator('#choice').count()) === 0);
});

await person('follows a category from here to there', async (page) => {
  await page.selectOption('#follow [name=trace]', 'bsn');
  await page.fill('#follow [name=to]', 'csam');
  await page.click('#follow button');
  await page.locator('.way li').first().waitFor();
  assert.equal(await focused(page), 'answer');
  assert.match(await page.locator('#answer').textContent(), /BSN gaat/);
  assert.ok(await page.locator('.canvas .touched').count() > 0);
  await picture(page, 'way');
});

await person('asks what a breach means', async (page) => {
  await page.locator('.canvas a.node[data-id^="application:"]').first().click();
  await page.locator('#choice a[href*="breach="]').click();
  await until(page, 'the answer has the focus', async () => (await focused(page)) === 'answer');
  assert.match(await page.locator('#answer').textContent(), /^Datalek in /);
  assert.doesNotMatch(await page.locator('.points').first().textContent(), /22.10/);
  await page.fill('#moment [name=at]', '2026-11-06');
  await page.fill('#moment [name=time]', '22:10');
  await page.click('#moment button');
  await until(page, 'the deadline is told', async () => /uiterlijk maandag 9 november 2026 om 22.10 uur/.test(await page.locator('.points').first().textContent()));
  assert.equal(await focused(page), 'answer');
  assert.equal(await page.inputValue('#moment [name=time]'), '22:10');
  await isOpenToAll(page);
  await picture(page, 'deadline');
});

await person('fills something in while a file is saved, and keeps it', async (page) => {
  await page.fill('#follow [name=from]', 'cs');
  const version = await page.locator('body').getAttribute('data-version');
  const file = join(folder, 'even.toml');
  writeFileSync(file, '[party.even]\nname = "Even"\n');
  await until(page, 'there is a new version', async () => (await page.locator('body').getAttribute('data-version')) > version);
  assert.equal(await page.inputValue('#follow [name=from]'), 'cs');
  rmSync(file);
  await until(page, 'all is as it was', async () => !(await page.locator('#findings').textContent()).includes('Even'));
});

await person('edits a file, and keeps what was chosen and where one looked', async (page) => {
  const number = page.locator('.canvas a.chip').nth(5);
  const link = await number.getAttribute('data-id');
  await number.click();
  await page.locator('#choice h2').waitFor();
  await page.keyboard.press('Tab');
  await page.locator('[data-zoom=in]').click();
  await page.locator('[data-zoom=in]').click();
  const chosen = page.locator(`.canvas a.chip[data-id="${link}"]`);
  const [before, zoomed] = [await chosen.boundingBox(), (await seen(page)).split(' ')[2]];
  const version = await page.locator('body').getAttribute('data-version');
  const file = join(folder, 'erbij.toml');
  writeFileSync(`${file}~`, '[application.erbij]\nname = "Net erbij gekomen"\n\n[[link]]\nfrom = "erbij"\nto = "csam"\n');
  renameSync(`${file}~`, file);
  await until(page, 'there is a new version', async () => (await page.locator('body').getAttribute('data-version')) > version);
  assert.match(await page.locator('#status').textContent(), /Bijgewerkt om .*nieuw: \d/);
  assert.match(await page.locator('#said').textContent(), /Bijgewerkt/);
  assert.equal(await rows(page), all + 1);
  assert.equal(await page.locator('.canvas a.chip.chosen').getAttribute('data-id'), link);
  // Its middle: another number may be wider.
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const [[x, y], [wasX, wasY]] = [middle(await chosen.boundingBox()), middle(before)];
  assert.ok(Math.abs(x - wasX) < 3 && Math.abs(y - wasY) < 3, `it moved from ${wasX},${wasY} to ${x},${y}`);
  assert.equal((await seen(page)).split(' ')[2], zoomed, 'the zoom stays');

  writeFileSync(file, '[application.erbij\n');
  await page.locator('#drawing .stale').waitFor();
  assert.match(await page.locator('#drawing .stale').textContent(), /^Tekening van /);
  await picture(page, 'stale');
  rmSync(file);
  await until(page, 'all is well again', async () => (await page.locator('#drawing .stale').count()) === 0);
  assert.equal(await rows(page), all);
});

await browser.close();
server.kill('SIGINT');
const code = await new Promise((done) => server.on('exit', done));
if (code !== 0) {
  failures += 1;
  console.log(`FAIL it ends with ${code}`);
}
rmSync(desk, { recursive: true });
process.exit(failures === 0 ? 0 : 1);
