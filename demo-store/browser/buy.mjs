// Buys something on a phone without JavaScript, reads the mails of the weeks after, unsubscribes and looks into the
// admin, in Debian's Chromium.
// Starts the demo store laid out by `mvn package`; prints one line per check and "N passed, N failed".
import { check, eventually, mailsOf, overflow, shots, signIn, withDemo } from './demo.mjs';
import { join } from 'node:path';
import { clicks } from './clicks.mjs';

const PHONE = 'phone@example.com';

async function buy(page, shop) {
  await page.goto(`${shop}/coffee/harbour-espresso`);
  await page.locator('form[action*="/cart/add"] button[type=submit], form[action*="/cart/add"] input[type=submit]').first().click();
  await page.goto(`${shop}/checkout`);
  const fields = {
    emailAddress: 'phone@example.com', 'address.firstName': 'Mia', 'address.lastName': 'Voss',
    'address.addressLine1': 'Hafenweg 1', 'address.postalCode': '24103', 'address.city': 'Kiel',
  };
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  await page.selectOption('[name="address.country"]', 'DE');
  const box = page.locator('[name="ppMarketingConsent"]');
  check('the box for tips and offers is there and not ticked', (await box.count()) === 1 && !(await box.isChecked()));
  await box.check();
  check('the checkout is no wider than the phone', (await overflow(page)) <= 0);
  await page.screenshot({ path: join(shots, 'checkout-phone.png'), fullPage: true });
  await page.locator('form[action*="/checkout/details"] button[type=submit]').click();
  await page.locator('form[action*="/checkout/complete"] button[type=submit]').click();
  await page.waitForURL(/\/confirmation\//);
}

async function advance(shop, duration) {
  const answer = await fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: duration }) });
  check(`the clock moves by ${duration}`, answer.ok, `${answer.status}`);
}

async function shopperOnAPhone(browser, shop) {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, deviceScaleFactor: 2 });
  const page = await phone.newPage();
  await buy(page, shop);
  const block = page.locator('.pp-confirmation');
  check('the confirmation page shows the block without JavaScript', (await block.count()) === 1);
  const first = await block.innerText();
  check('it thanks by name', first.includes('Mia'), first);
  check('it says what happens next', /What happens next/.test(first), first);
  check('nothing is wider than the phone', (await overflow(page)) <= 0);
  await page.screenshot({ path: join(shots, 'confirmation-phone.png'), fullPage: true });
  await page.reload();
  check('a refresh shows the same', (await block.innerText()) === first);

  const url = page.url();
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  const answer = await other.goto(url);
  const theirs = await other.content();
  check('another visitor sees neither block nor order', !theirs.includes('pp-confirmation') && !theirs.includes('phone@example.com'), `${answer?.status()}`);
  await stranger.close();

  const mails = await eventually(async () => {
    const all = await (await fetch(`${shop}/mailbox.json`)).json();
    const ours = all.filter((m) => JSON.stringify(m.to).includes('phone@example.com'));
    return ours.length ? ours : null;
  });
  check('the thank-you mail arrives', mails?.length === 1, JSON.stringify(mails?.length));
  await phone.close();
  return { mail: mails?.[0], number: url.split('/').pop() };
}

// Whatever a mail program or a scanner with JavaScript opens, the series goes on as if it had not.
async function weeksAfter(browser, shop, number) {
  for (const action of ['ship', 'deliver']) await fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
  const visitor = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await visitor.newPage();
  const seen = new Set();
  for (const duration of ['P2D', 'P8D', 'P11D', 'P7D']) {
    for (const mail of await mailsOf(shop, PHONE)) {
      const links = [...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map((m) => m[1].replaceAll('&amp;', '&'));
      for (const link of links.filter((l) => !seen.has(l))) {
        seen.add(link);
        const answer = await page.goto(link, { waitUntil: 'load' });
        check(`a link of "${mail.subject}" leads somewhere`, answer.ok(), `${link} ${answer.status()}`);
      }
    }
    await advance(shop, duration);
  }
  await visitor.close();
  const subjects = (await mailsOf(shop, PHONE)).map((m) => m.subject);
  check('after every link was visited, all five mails came', subjects.length === 5, subjects.join(' | '));
}

async function unsubscribe(browser, shop) {
  const mail = (await mailsOf(shop, PHONE)).at(-1);
  const link = mail.html.match(/https?:[^"]+\/post-purchase\/unsubscribe\/[\w.-]+/)[0];
  for (const [name, width, height] of [['desktop', 1280, 800], ['phone', 390, 844]]) {
    const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false, deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.goto(link);
    check(`the unsubscribe page fits (${name})`, (await overflow(page)) <= 0);
    await page.screenshot({ path: join(shots, `unsubscribe-${name}.png`) });
    await page.goto(`${link}x`);
    await page.screenshot({ path: join(shots, `unsubscribe-refused-${name}.png`) });
    if (name === 'phone') {
      await page.goto(link);
      const size = await page.locator('button').boundingBox();
      check('its one button is large', size.height >= 48 && size.width >= 250, JSON.stringify(size));
      await page.locator('button').click();
      check('pressing it unsubscribes', /You are unsubscribed/.test(await page.locator('h1').innerText()));
      await page.screenshot({ path: join(shots, 'unsubscribe-done-phone.png') });
      await page.goto(link);
      check('afterwards it says so', /unsubscribed already/.test(await page.locator('h1').innerText()));
      const buttons = await page.locator('button').allInnerTexts();
      check('and offers to take it back, nothing else', buttons.length === 1 && /Subscribe again/.test(buttons[0]), buttons.join(' | '));
    }
    check(`it leaves no cookie (${name})`, (await context.cookies()).length === 0);
    await context.close();
  }
}

async function readTheMail(browser, shop, mail) {
  for (const scheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: scheme, deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.route('**/the-mail', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: mail.html }));
    await page.goto(`${shop}/the-mail`, { waitUntil: 'networkidle' });
    const broken = await page.locator('img').evaluateAll((imgs) => imgs.filter((i) => !i.naturalWidth).map((i) => i.src));
    check(`all pictures of the mail load (${scheme})`, broken.length === 0, broken.join(' '));
    check(`the mail fits a phone (${scheme})`, (await overflow(page)) <= 0);
    await page.screenshot({ path: join(shots, `mail-${scheme}.png`), fullPage: true });
    await context.close();
  }
  const links = [...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map((m) => m[1]);
  for (const link of links) await fetch(link).catch(() => {});
  const after = await (await fetch(`${shop}/mailbox.json`)).json();
  check('fetching every link of the mail sends nothing', after.length === 1, `${after.length} mails`);
}

async function merchant(browser, shop, user, sections) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await signIn(page, shop, user);
  for (const [path, text] of Object.entries(sections)) {
    const answer = await page.goto(`${shop}/admin${path}`, { waitUntil: 'networkidle' });
    const body = await page.locator('body').innerText();
    const allowed = answer.status() === 200 && (!text || body.includes(text));
    check(`${user} ${text ? 'sees' : 'is kept from'} ${path}`, text ? allowed : answer.status() === 403 || !/pp-/.test(await page.content()), `${answer.status()}`);
    await page.screenshot({ path: join(shots, `admin-${user}${path.replaceAll('/', '-')}.png`), fullPage: true });
  }
  await context.close();
}

await withDemo(async (browser, shop) => {
  const { mail, number } = await shopperOnAPhone(browser, shop);
  if (mail) await readTheMail(browser, shop, mail);
  await weeksAfter(browser, shop, number);
  await unsubscribe(browser, shop);
  await merchant(browser, shop, 'admin', {
    '/post-purchase-messages': PHONE, '/post-purchase-outbox': 'Outbox',
    '/post-purchase-templates': 'Thank you', '/post-purchase-prompts': 'Thank you',
  });
  await merchant(browser, shop, 'service', { '/post-purchase-messages': PHONE, '/post-purchase-outbox': null });
  await clicks(browser, shop);
});
