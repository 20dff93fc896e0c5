// Three months of a shop in which people come again: one by the code of a mail, one by a link of a mail, one because a
// friend recommended it. For pictures of figures, which are worth something only when there is something to count.
// Called by listen.mjs before its pictures; by itself, with DEMO_URL, it fills a shop that runs already.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check, eventually, mailsOf, press, readyToOrder, signIn, tick, withDemo } from './demo.mjs';

const PEOPLE = [
  ['Jonas', 'Brandt'], ['Klara', 'Winter'], ['Emil', 'Sommer'], ['Frieda', 'Lorenz'], ['Oskar', 'Busch'], ['Greta', 'Engel'],
  ['Theo', 'Arnold'], ['Marlene', 'Graf'], ['Anton', 'Seidel'], ['Luise', 'Pohl'], ['Henry', 'Franke'], ['Martha', 'Beck'],
].map(([firstName, lastName], n) => ({
  email: `${firstName}.${lastName}@example.com`.toLowerCase(),
  who: { firstName, lastName, addressLine1: `Gartenweg ${n + 2}`, postalCode: `2${4100 + n * 37}`, city: 'Kiel' },
}));
const GOODS = ['/coffee/harbour-espresso', '/brewing/stoneware-dripper', '/brewing/gooseneck-kettle', '/coffee/meadow-filter'];

const advance = (shop, by) => fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: by }) });

/** A browser that does not say that a program steers it: what machines follow is no click. */
const anybody = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-blink-features=AutomationControlled'],
});

/** What somebody does in the shop, in a browser without a past; the order then arrives. */
async function visit(browser, shop, person, before = async () => {}, product = GOODS[0], after = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(Number(process.env.PATIENCE ?? 90000));
  const page = await context.newPage();
  await before(page);
  await readyToOrder(page, shop, person.email, person.who, product);
  await page.locator('form[action*="/checkout/complete"] button[type=submit]').click();
  await page.waitForURL(/\/confirmation\//);
  const number = page.url().split('/').pop();
  const seen = await after(page);
  await context.close();
  for (const action of ['ship', 'deliver']) await fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
  return seen;
}

async function recommends(page) {
  await page.locator('form[action*="/post-purchase/refer"] button').first().click();
  await page.waitForLoadState('load');
  return (await page.content()).match(/https?:[^"'\s<]*\/friend\/[A-Z0-9-]+/i)?.[0];
}

const byFriend = (link) => async (page) => {
  await page.goto(link);
  await page.locator('form button[name=keep]').click();
};

/** Follows the first link of an advertising mail that is measured, as a person does. */
async function byLink(shop, { email }) {
  const marked = await eventually(async () => (await mailsOf(shop, email))
    .flatMap((m) => [...m.html.matchAll(/href="(https?:[^"]+pp_click=[^"]+)"/g)]).map((m) => m[1].replaceAll('&amp;', '&')).pop());
  check(`a link to ${email} is measured`, Boolean(marked));
  return async (page) => {
    const told = page.waitForResponse((r) => r.url().includes('/post-purchase/click/'));
    await page.goto(marked);
    await page.mouse.move(40, 40);
    await page.mouse.down();
    check(`${email} followed it`, (await told).status() === 204);
    await page.mouse.up();
  };
}

/** Types in the basket the code of a mail. */
async function byCode(shop, { email }) {
  const code = await eventually(async () => (await mailsOf(shop, email)).map((m) => m.html.match(/>([A-Z2-9-]{17})</)?.[1]).find(Boolean));
  check(`${email} got a code`, Boolean(code));
  return async (page) => {
    await page.goto(`${shop}${GOODS[2]}`);
    await page.locator('form[action*="/cart/add"] [type=submit]').first().click();
    await page.goto(`${shop}/cart`);
    await page.fill('#promoCode', code);
    await press(page, page.locator('form[action$="/cart/promo"] button'));
    check(`${email} uses it`, (await page.locator('body').innerText()).includes(code));
  };
}

export async function months(admin, shop) {
  await admin.goto(`${shop}/admin/post-purchase-sending`);
  await tick(admin.locator('[name=clicks]'));
  await press(admin, admin.locator('form[action*="post-purchase-sending"] button[type=submit]').first());
  await admin.goto(`${shop}/admin/post-purchase-brand`);
  await admin.fill('#pp-brand-footer', 'Fennbrook; 1 Mill Lane; Bristol');
  await press(admin, admin.locator('button[type=submit]:has-text("Save the brand")'));
  const browser = await anybody();
  try {
    const at = (n) => PEOPLE[n];
    const buys = (...all) => all.reduce((done, n) => done.then(() => visit(browser, shop, at(n), undefined, GOODS[n % GOODS.length])), Promise.resolve());
    const link = await visit(browser, shop, at(0), undefined, GOODS[2], recommends);
    check('somebody recommends the shop', Boolean(link));
    await buys(1, 2, 3);
    await advance(shop, 'P4D');
    await visit(browser, shop, at(4), byFriend(link), GOODS[2]);
    await advance(shop, 'P18D'); // on the 21st day a code comes
    await visit(browser, shop, at(1), await byCode(shop, at(1)));
    await visit(browser, shop, at(2), await byLink(shop, at(2)), GOODS[1]);
    await advance(shop, 'P9D');
    await buys(5, 6, 7, 0);
    await advance(shop, 'P22D');
    await visit(browser, shop, at(5), await byCode(shop, at(5)));
    await visit(browser, shop, at(1), await byLink(shop, at(1)), GOODS[3]);
    await advance(shop, 'P9D');
    await buys(8, 9, 10, 11, 6);
    await advance(shop, 'P3D');
  } finally {
    await browser.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await withDemo(async (browser, shop) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, shop, 'admin');
    await months(page, shop);
  });
}
