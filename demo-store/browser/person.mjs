// What service does on the page of a person, and what then arrives: send now, cancel, pause for 30 days. Each is pressed
// once more on a page that is out of date, as a colleague would, and once when the order was cancelled meanwhile.
import { join } from 'node:path';
import { check, eventually, mailsOf, order, press, shots, signIn, withDemo } from './demo.mjs';

const advance = (shop, duration) => fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: duration }) });
const warehouse = (shop, number, action) => fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
const wait = (page, step) => page.locator('.pp-wait', { hasText: step });

async function buys(browser, shop, email) {
  const context = await browser.newContext();
  const number = await order(await context.newPage(), shop, email, { firstName: 'Pia', lastName: email.split('@')[0], addressLine1: 'Hafenweg 1', postalCode: '24103', city: 'Kiel' });
  await context.close();
  await eventually(async () => (await mailsOf(shop, email)).length > 0);
  return number;
}

async function open(page, shop, email) {
  await page.goto(`${shop}/admin/post-purchase-people?q=${encodeURIComponent(email)}`);
  await press(page, page.locator('.pp table a').first());
}

/** Both pages show the same; one acts, then the other. */
async function twice(pages, button, good, stale) {
  const [mine, theirs] = pages;
  await theirs.goto(mine.url());
  await press(mine, button(mine));
  check(`done, and said: ${good}`, (await mine.locator('body').innerText()).includes(good), (await mine.locator('.pp').innerText()).slice(0, 400));
  await press(theirs, button(theirs));
  check(`pressed again on an old page it says: ${stale}`, (await theirs.locator('body').innerText()).includes(stale), (await theirs.locator('.pp').innerText()).slice(0, 400));
}

/** Nothing more comes within some seconds. */
async function stays(shop, email, count, what) {
  await new Promise((r) => setTimeout(r, 4000));
  const subjects = (await mailsOf(shop, email)).map((each) => each.subject);
  check(what, subjects.length === count, `${count} expected: ${subjects.join(' | ')}`);
}

async function sendNow(pages, shop, email) {
  const before = (await mailsOf(shop, email)).length;
  await twice(pages, (page) => wait(page, 'How to use it').locator('button:has-text("Send now")'), 'It is due now', 'Nothing was changed');
  const came = await eventually(async () => (await mailsOf(shop, email)).length > before);
  check('what was sent now arrives', Boolean(came));
  await stays(shop, email, before + 1, 'and arrives once');
  await pages[0].reload();
  check('it waits no more', (await wait(pages[0], 'How to use it').count()) === 0);
  return before + 1;
}

async function cancel(pages, shop, email, count) {
  await twice(pages, (page) => wait(page, 'Ask for a review').locator('button:has-text("Cancel")'), 'The step was cancelled', 'Nothing was changed');
  await advance(shop, 'P12D');
  await stays(shop, email, count, 'what was cancelled does not arrive at its time');
  await pages[0].goto(pages[0].url());
  check('who did it stands on the time line', (await pages[0].locator('.pp-line').innerText()).includes('cancelled it'), await pages[0].locator('.pp-line').innerText());
}

/** The code is due on the 21st day, a reminder of it on the 28th; it is the 14th now. */
async function pause(pages, shop, email, count) {
  await twice(pages, (page) => page.locator('#pp-pause'), 'put off for 30 days', 'put off for 30 days');
  await pages[0].reload();
  check('the pause is one, and can be ended', (await pages[0].locator('#pp-pause').innerText()).includes('End the pause'));
  await pages[0].screenshot({ path: join(shots, 'person-paused.png'), fullPage: true });
  await advance(shop, 'P4D');
  await press(pages[0], pages[0].locator('#pp-pause'));
  check('the pause is ended', (await pages[0].locator('#pp-pause').innerText()).includes('30 days'));
  await advance(shop, 'P5D');
  check('afterwards advertising arrives at its time', Boolean(await eventually(async () => (await mailsOf(shop, email)).length === count + 1)), (await mailsOf(shop, email)).map((each) => each.subject).join(' | '));
  await press(pages[0], pages[0].locator('#pp-pause'));
  await advance(shop, 'P10D');
  await stays(shop, email, count + 1, 'advertising that falls into the pause does not arrive');
  await pages[0].reload();
  const line = await pages[0].locator('.pp-line').innerText();
  check('and the time line says why', /no advertising|pause/i.test(line), line);
}

/** The order is cancelled while the page is open. */
async function tooLate(page, shop, email) {
  const number = await buys(browserOf(page), shop, email);
  await warehouse(shop, number, 'ship');
  await open(page, shop, email);
  await eventually(async () => { await page.reload(); return (await wait(page, 'How to use it').locator('button:has-text("Send now")').count()) > 0; });
  const before = (await mailsOf(shop, email)).length;
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(page.url());
  await warehouse(shop, number, 'cancel');
  await eventually(async () => { await elsewhere.reload(); return (await wait(elsewhere, 'How to use it').count()) === 0; });
  await elsewhere.close();
  await press(page, wait(page, 'How to use it').locator('button:has-text("Send now")'));
  check('of a cancelled order nothing is sent now', (await page.locator('body').innerText()).includes('Nothing was changed'), (await page.locator('.pp').innerText()).slice(0, 500));
  await advance(shop, 'P40D');
  await stays(shop, email, before, 'and nothing of it arrives later');
}

const browserOf = (page) => page.context().browser();

await withDemo(async (browser, shop) => {
  const pages = [];
  const errors = [];
  for (let n = 0; n < 2; n++) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.on('pageerror', (e) => errors.push(e.message));
    await signIn(page, shop, 'admin');
    pages.push(page);
  }
  const email = 'pia@example.com';
  const number = await buys(browser, shop, email);
  for (const action of ['ship', 'deliver']) await warehouse(shop, number, action);
  const toTen = (34 - new Date(Date.now()).getUTCHours()) % 24; // the hours in which the shop sends
  await advance(shop, `PT${toTen}H`);
  await open(pages[0], shop, email);
  await eventually(async () => { await pages[0].reload(); return (await wait(pages[0], 'How to use it').count()) > 0; });
  const count = await sendNow(pages, shop, email);
  await cancel(pages, shop, email, count);
  await pause(pages, shop, email, count);
  await tooLate(pages[0], shop, 'tom@example.com');
  check('no script of the pages failed', errors.length === 0, errors.join('; '));
});
