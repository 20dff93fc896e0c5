// Measures clicks: switches it on, follows links of an advertising mail as a scanner and as a person, and looks where
// the click is shown. Part of buy.mjs.
import { check, eventually, mailsOf, order, overflow, picture, press, shots, signIn, tick } from './demo.mjs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const READER = 'reader@example.com';

async function linksOf(shop) {
  const mails = await mailsOf(shop, READER);
  return mails.flatMap((m) => [...m.html.matchAll(/href="(https?:[^"]+)"/g)].map((h) => h[1].replaceAll('&amp;', '&')));
}

async function person(admin, shop) {
  await admin.goto(`${shop}/admin/post-purchase-people/guest?mailbox=${encodeURIComponent(READER)}`, { waitUntil: 'networkidle' });
  return admin.locator('body').innerText();
}

export async function clicks(browser, shop) {
  const desk = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const admin = await desk.newPage();
  await signIn(admin, shop, 'admin');
  await admin.goto(`${shop}/admin/post-purchase-sending`, { waitUntil: 'networkidle' });
  await tick(admin.locator('[name=clicks]'));
  await admin.screenshot({ path: join(shots, 'sending-clicks.png'), fullPage: true });
  await press(admin, admin.locator('form[action*="post-purchase-sending"] button[type=submit]').first());
  check('clicks are switched on', await admin.locator('[name=clicks]').isChecked());

  const buyer = await browser.newContext();
  const shopper = await buyer.newPage();
  const number = await order(shopper, shop, READER);
  for (const action of ['ship', 'deliver']) await fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
  await fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: 'P2D' }) });
  const marked = await eventually(async () => {
    const found = (await linksOf(shop)).filter((l) => l.includes('pp_click='));
    return found.length ? found : null;
  });
  check('links of advertising are marked', marked !== null);
  const all = await linksOf(shop);
  const untouched = all.filter((l) => /\/(unsubscribe|preferences|friend)\//.test(l));
  check('links to unsubscribe and to the preferences are not', untouched.length > 0 && untouched.every((l) => !l.includes('pp_click')), untouched.join(' '));
  for (const link of marked) {
    for (const method of ['GET', 'HEAD']) await fetch(link, { method });
  }
  check('a scanner that fetches each link counts as nothing', !/Followed a link/.test(await person(admin, shop)));

  const people = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-blink-features=AutomationControlled'],
  });
  try {
    const context = await people.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (e) => errors.push(e.message));
    const reported = page.waitForResponse((r) => r.url().includes('/post-purchase/click/'), { timeout: 60000 });
    await page.goto(`${marked[0]}#top`);
    check('the mark is gone from the address bar', !page.url().includes('pp_click') && page.url().endsWith('#top'), page.url());
    await page.mouse.move(40, 40);
    await page.mouse.down();
    const answer = await reported;
    check('the page reports once that somebody is there', answer.status() === 204, `${answer.status()}`);
    check('without an error and no wider than the phone', errors.length === 0 && (await overflow(page)) <= 0, errors.join(' '));
    await page.reload();
    const own = marked.find((l) => l.includes('/post-purchase/'));
    if (own) {
      const again = page.waitForResponse((r) => r.url().includes('/post-purchase/click/'), { timeout: 60000 });
      await page.goto(own);
      await page.mouse.move(60, 60);
      check('a page of the plugin reports under its own policy', (await again).status() === 204);
    }
  } finally {
    await people.close();
  }
  const shown = await eventually(async () => (/Followed a link/.test(await person(admin, shop)) ? true : null));
  check('the click is on the time line of the person', shown === true);
  await admin.screenshot({ path: join(shots, 'person-click.png'), fullPage: true });
  await admin.goto(`${shop}/admin/post-purchase-home?anew=1`, { waitUntil: 'networkidle' });
  const number1 = admin.locator('a[href*="post-purchase-home/clicks"]').first();
  check('Home counts it', (await number1.count()) === 1);
  await admin.screenshot({ path: join(shots, 'home-clicks.png'), fullPage: true });
  if (await number1.count()) {
    await number1.click();
    await admin.waitForLoadState('networkidle');
    check('and opens the people behind it', (await admin.locator('body').innerText()).includes(READER));
    await picture(admin, 'clicks');
  }
  const preferences = all.find((l) => l.includes('/preferences/'));
  await shopper.setViewportSize({ width: 390, height: 844 });
  await shopper.goto(preferences);
  check('the page of preferences offers not to be measured', (await shopper.locator('[name=unmeasured]').count()) === 1);
  await shopper.screenshot({ path: join(shots, 'preferences-clicks.png'), fullPage: true });
  await buyer.close();
  await desk.close();
}
