// What the scripts of this directory share: a demo store, a browser, checks that are counted.
import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mkdirSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { shrink } from './shrink.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const shots = join(here, '..', 'target', 'screenshots');
mkdirSync(shots, { recursive: true });
/** Where pictures for the guides go; those are made small at the end. */
export const pictures = process.env.GUIDE_PICTURES ?? shots;
mkdirSync(pictures, { recursive: true });

const counted = { passed: 0, failed: 0 };

export function check(what, holds, detail = '') {
  if (holds) counted.passed++;
  else counted.failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}${holds ? '' : `  ${detail}`}`);
}

/** Milliseconds that one click may take on a machine that is busy with other things. */
const PATIENCE = Number(process.env.PATIENCE ?? 90000);

/** Pages of all contexts of that browser wait so long. */
function patient(browser) {
  const usual = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await usual(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  return browser;
}

/** As demo-store/run: quick to start, and a browser asks for few pages. */
const QUICK = ['-Xmx1200m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:ReservedCodeCacheSize=240m'];

/** A fresh demo store as laid out by `mvn package`, with its address once it is ready. */
export function openShop(name = '') {
  const log = join(here, '..', 'target', `browser-${basename(process.argv[1], '.mjs')}${name}.log`);
  const demo = spawn('java', [...QUICK, '-jar', join(here, '..', 'target', 'demo', 'demo-launcher.jar')], {
    env: { ...process.env, PORT: '0', DEMO_LOG: log },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = new Promise((resolve, reject) => {
    let text = '';
    demo.stdout.on('data', (chunk) => {
      text += chunk;
      const line = text.match(/READY (\S+)/);
      if (line) resolve(line[1].replace(/\/$/, ''));
    });
    demo.on('exit', (code) => reject(new Error(`the demo store ended with ${code}`)));
  });
  return { ready, close: () => demo.kill() };
}

/** Does the work in a browser with a demo store, which it ends; with DEMO_URL it uses one that runs already. */
export async function withDemo(work) {
  const running = process.env.DEMO_URL?.replace(/\/$/, '');
  const demo = running ? null : openShop();
  let browser;
  try {
    const shop = running ?? await demo.ready;
    browser = patient(await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    }));
    await work(browser, shop);
  } catch (e) {
    check('the walk goes through', false, e.stack);
    for (const [i, page] of (browser?.contexts() ?? []).flatMap((each) => each.pages()).entries()) {
      await page.screenshot({ path: join(shots, `failed-${basename(process.argv[1], '.mjs')}-${i}.png`) }).catch(() => {});
    }
  } finally {
    await browser?.close();
    demo?.close();
    if (pictures !== shots) readdirSync(pictures).filter((name) => name.endsWith('.png')).forEach((name) => shrink(join(pictures, name)));
  }
  console.log(`${counted.passed} passed, ${counted.failed} failed`);
  process.exit(counted.failed ? 1 : 0);
}

export async function overflow(page) {
  const width = await page.viewportSize().width;
  return (await page.locator('html').evaluate((e) => e.scrollWidth)) - width;
}

/** What a probe finds once it finds something; null after so long that no busy machine is the reason. */
export async function eventually(probe, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) return null;
    await new Promise((r) => setTimeout(r, 100));
  }
}

export async function mailsOf(shop, address) {
  return (await (await fetch(`${shop}/mailbox.json?to=${encodeURIComponent(address)}`)).json()).reverse();
}

const MIA = { firstName: 'Mia', lastName: 'Voss', addressLine1: 'Hafenweg 1', postalCode: '24103', city: 'Kiel' };

/** Puts a product into the basket and fills in who buys it; the page then shows the last button. */
export async function readyToOrder(page, shop, email, who = MIA, product = '/coffee/harbour-espresso') {
  await page.goto(`${shop}${product}`);
  await page.locator('form[action*="/cart/add"] button[type=submit], form[action*="/cart/add"] input[type=submit]').first().click();
  await page.goto(`${shop}/checkout`);
  await page.fill('[name=emailAddress]', email);
  for (const [name, value] of Object.entries(who)) await page.fill(`[name="address.${name}"]`, value);
  await page.selectOption('[name="address.country"]', 'DE');
  await page.locator('[name="ppMarketingConsent"]').check();
  await page.locator('form[action*="/checkout/details"] button[type=submit]').click();
}

export async function order(page, shop, email, who) {
  await readyToOrder(page, shop, email, who);
  await page.locator('form[action*="/checkout/complete"] button[type=submit]').click();
  await page.waitForURL(/\/confirmation\//);
  return page.url().split('/').pop();
}

export async function signIn(page, shop, user) {
  await page.goto(`${shop}/admin/login`);
  await page.fill('[name=j_username]', user);
  await page.fill('[name=j_password]', user);
  await page.locator('form[action*="login"] [type=submit]').first().click();
  await page.waitForLoadState('networkidle');
}

/** Opens an account, and signs the browser of that page in. */
export async function register(page, shop, email) {
  await page.goto(`${shop}/register`);
  await page.fill('[name="customer.firstName"]', 'Nora');
  await page.fill('[name="customer.lastName"]', 'Lind');
  await page.fill('[name="customer.emailAddress"]', email);
  await page.fill('[name="password"]', 'secret12');
  await page.fill('[name="passwordConfirm"]', 'secret12');
  await press(page, page.locator('form[action*="/register"] button[type=submit]'));
}

/**
 * Presses, by keyboard, what leads to another page and waits for that page; one that only changes its address does not
 * count. A mouse would miss it now and then: the host's frame moves while it scrolls.
 */
export async function press(page, button) {
  const loaded = page.waitForEvent('load');
  await button.press('Enter');
  await loaded;
}

/** Ticks a box, or chooses a radio button, by keyboard: a mouse would miss it as in `press`. */
export async function tick(box) {
  if (!(await box.isChecked())) await box.press('Space');
  if (!(await box.isChecked())) throw new Error(`${box} stays as it was`);
}

/** Presses Tab until the focus is where it is wanted; fails after more keys than anybody has patience for. */
export async function tabTo(page, wanted, keys = 150) {
  for (let n = 0; n < keys; n++) {
    if (await wanted.evaluate((e) => e === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not get to ${wanted}`);
}

/** Goes there by Tab and types in the place of what stands there. */
export async function typeInto(page, field, text) {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/**
 * A picture for the guides: what is on the screen without the host's frame around it, the upper 1000 points of it. What
 * sticks to an edge would cover some of it in a lower window.
 */
export async function picture(page, name, parts = '.section-container .pp, .section-container .entity-edit > *, .section-container .listgrid-container') {
  const before = page.viewportSize();
  await page.setViewportSize({ width: before.width, height: 2600 });
  const boxes = (await Promise.all((await page.locator(parts).all()).map((each) => each.boundingBox()))).filter((box) => box?.height > 0);
  check(`there is something to show on ${name}`, boxes.length > 0, page.url());
  if (boxes.length) {
    const edge = before.width < 500 ? 0 : 10;
    const left = Math.max(0, Math.min(...boxes.map((b) => b.x)) - edge);
    const top = Math.max(0, Math.min(...boxes.map((b) => b.y)) - edge);
    const right = Math.min(before.width, Math.max(...boxes.map((b) => b.x + b.width)) + edge);
    const bottom = Math.max(...boxes.map((b) => b.y + b.height));
    await page.screenshot({ path: join(pictures, `${name}.png`), clip: { x: left, y: top, width: right - left, height: Math.min(bottom - top, 1000) } });
  }
  await page.setViewportSize(before);
}

/** A field of the host's dialogue. */
export const field = (page, name) => page.locator(`.modal [name="fields['${name}'].value"]`);

/** Adds one record through the host's dialogue. */
export async function addSetting(page, shop, path, values) {
  await page.goto(`${shop}/admin/${path}`);
  await page.locator('.add-main-entity').first().click();
  await field(page, 'name').waitFor();
  for (const [name, value] of Object.entries(values)) {
    if (name === 'type') await field(page, name).selectOption({ label: value });
    else if (name === 'active') await field(page, name).first().check();
    else await field(page, name).fill(value);
  }
  const saved = page.waitForURL(new RegExp(`${path}/\\d+`), { timeout: 60000 }).then(() => true, () => false);
  await page.locator('.modal .submit-button').click();
  check(`${values.name} is saved`, await saved, (await page.locator('.modal').allInnerTexts()).join());
}

/** A mail of one's own, with a subject and the products of the order. */
export async function writeMail(page, shop, name, subject = `${name} from {{shop.name}}`) {
  await page.goto(`${shop}/admin/post-purchase-mails`);
  await page.fill('#pp-m-name', name);
  await press(page, page.locator('button:has-text("Add the mail")'));
  await page.locator('#pp-mail-editor .pp-e-block').first().waitFor();
  await page.locator('#pp-mail-editor [data-block="-1"] input').first().fill(subject);
  await page.locator('.pp-e-add button:has-text("Products")').click();
  await page.click('button:has-text("Save the mail")');
  await page.locator('.pp-e-told').waitFor();
}
