// A guest tells a friend, the friend buys with the discount, the goods arrive, two weeks pass and the guest is paid;
// half of it goes back when the friend sends half back. On a phone, once without JavaScript and once with it.
import { check, eventually, mailsOf, order, overflow, picture, press, readyToOrder, shots, signIn, withDemo } from './demo.mjs';

const phone = (javaScriptEnabled) => ({ viewport: { width: 320, height: 700 }, deviceScaleFactor: 1, javaScriptEnabled });

async function tells(browser, shop, email, script) {
  const context = await browser.newContext(phone(script));
  const page = await context.newPage();
  if (script) await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) window.shifted += e.value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await order(page, shop, email);
  if (script) {
    await page.waitForLoadState('networkidle');
    const shifted = await page.evaluate(() => window.shifted);
    check('the confirmation does not move while it loads', shifted < 0.01, `${shifted}`);
  }
  await page.locator('form[action*="/post-purchase/refer"] button').first().click();
  await page.waitForLoadState('load');
  check(`the page for sharing fits a small phone (${email})`, (await overflow(page)) <= 0);
  if (script) await picture(page, 'shop-refer', 'main');
  if (script) check('the link can be copied by a button', await page.locator('[data-pp-copy]').isVisible());
  const status = await page.locator('a.pp-status').evaluate((a) => a.href);
  const link = (await page.content()).match(/https?:[^"'\s<]*\/friend\/[A-Z0-9-]+/i)?.[0];
  check(`a guest gets a link without an account (${email})`, Boolean(link));
  return { context, page, status, link };
}

async function takesUp(browser, shop, link, email, script) {
  const context = await browser.newContext(phone(script));
  const page = await context.newPage();
  for (const bot of ['WhatsApp/2.23.20.0 A', 'Twitterbot/1.0', 'facebookexternalhit/1.1']) {
    const answer = await fetch(link, { headers: { 'User-Agent': bot } });
    check(`${bot} gets a page and no cookie`, answer.ok && !answer.headers.get('set-cookie'));
  }
  await page.goto(link);
  check(`the friend's page fits a small phone (${email})`, (await overflow(page)) <= 0);
  if (script) await picture(page, 'shop-friend', 'main');
  await page.locator('form button[name=keep]').click();
  for (let pots = 0; pots < 2; pots++) {
    await page.goto(`${shop}/last-chance/enamel-pot`);
    await page.locator('form[action*="/cart/add"] button[type=submit]').first().click();
  }
  await readyToOrder(page, shop, email, {
    firstName: 'Ben', lastName: `Moor${script ? 'e' : ''}`, addressLine1: `Lindenallee ${script ? 9 : 14}`, postalCode: '20095', city: 'Hamburg',
  });
  const review = await page.locator('body').innerText();
  check(`the discount is taken off before the last click (${email})`, /[-−–]\s?[€$£]?\d|10\s?%/.test(review), review.slice(0, 400));
  await page.locator('form[action*="/complete"] button[type=submit]').click();
  await page.waitForURL(/\/confirmation\//);
  const number = page.url().split('/').pop();
  await context.close();
  return number;
}

await withDemo(async (browser, shop) => {
  for (const script of [false, true]) {
    const name = script ? 'script' : 'plain';
    const advocate = `ada-${name}@example.com`;
    const { context, page, status, link } = await tells(browser, shop, advocate, script);
    const number = await takesUp(browser, shop, link, `ben-${name}@example.com`, script);
    for (const action of ['ship', 'deliver']) await fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
    const joined = await eventually(async () => {
      await page.goto(status);
      return /On its way/.test(await page.locator('body').innerText());
    });
    check(`the guest sees that the friend has bought and until when it waits (${name})`, Boolean(joined));
    await fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: 'P15D' }) });
    const paid = await eventually(async () => {
      await page.goto(status);
      const text = await page.locator('body').innerText();
      return /^Paid/m.test(text) && text;
    });
    check(`two weeks after delivery the guest is paid (${name})`, Boolean(paid), await page.locator('body').innerText());
    check(`the status page fits a small phone (${name})`, (await overflow(page)) <= 0);
    await page.screenshot({ path: `${shots}/refer-paid-${name}.png`, fullPage: true });
    const told = await eventually(async () => (await mailsOf(shop, advocate)).length > 0);
    check(`there are mails for the guest (${name})`, Boolean(told));
    await context.close();
  }
  const admin = await (await browser.newContext({ viewport: { width: 1180, height: 820 } })).newPage();
  await signIn(admin, shop, 'admin');
  await admin.goto(`${shop}/admin/post-purchase-referrals?state=REWARDED`);
  await picture(admin, 'referrals');
  await press(admin, admin.locator('.pp-box a[href*="post-purchase-referrals/"]').first());
  check('the history of a referral is told', (await admin.locator('.pp tbody tr').count()) > 1);
  await picture(admin, 'referral');
  await admin.goto(`${shop}/admin/post-purchase-referrals/advocates`);
  check('both advocates are listed', (await admin.locator('.pp tbody tr').count()) === 2);
  await picture(admin, 'advocates');
});
