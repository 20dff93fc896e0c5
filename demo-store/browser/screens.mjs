// Pictures for the guides of screens that are worth something only when much has happened in a shop: called by
// listen.mjs at its end. By itself, with DEMO_URL, it takes them of a shop that runs already.
import { pathToFileURL } from 'node:url';
import { check, eventually, order, overflow, picture, press, signIn, tick, withDemo, writeMail } from './demo.mjs';

const advance = (shop, by) => fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: by }) });

/** Filtering is lost upon going back to the list, said customeros 3580. */
async function backToTheList(page, shop) {
  await open(page, shop, 'cases?state=ALL&contact=example');
  await press(page, page.locator('.pp tbody a[href*="post-purchase-cases/"]').first());
  await press(page, page.locator('.pp > p a').first());
  check('the way back leads to the list as it was left', /state=ALL/.test(page.url()) && (await page.inputValue('#pp-contact')) === 'example', page.url());
}

/** What needs only to be opened. */
const SCREENS = {
  home: 'home?days=90&anew=1',
  cases: 'cases?state=ALL',
  campaigns: 'reviews/campaigns',
  'products-report': 'reviews/products',
  stories: 'reviews/stories?state=ALL',
  surveys: 'surveys',
  messages: 'messages?state=ALL',
  decisions: 'decisions?state=ALL',
  enrollments: 'enrollments?state=ALL',
  consents: 'consents',
  'series-list': 'designer',
  'segments-list': 'segments',
  outbox: 'outbox?state=DONE',
  delivery: 'delivery',
  preview: 'messages/preview/1',
  programme: 'programme/1',
  prompt: 'prompts/1',
  'review-settings': 'review-settings/1',
  'series-settings': 'series/1',
  step: 'steps/1',
  template: 'templates/1',
};

/** The first link of a list leads to what is shown. */
const FIRST_OF = {
  review: ['reviews?state=ALL', '.pp tbody a'],
  campaign: ['reviews/campaigns', '.pp tbody a'],
  'service-results': ['surveys', '.pp tbody a'],
  message: ['messages?state=ALL', '.pp tbody a[href*="post-purchase-messages/"]:not([href*="order"])'],
  'messages-order': ['messages?state=ALL', '.pp tbody a[href*="messages/order"]'],
  enrollment: ['enrollments?state=ALL', '.pp tbody a[href*="enrollments/"]'],
  'points-account': ['points', '.pp tbody a[href*="post-purchase-points/"]'],
  preset: ['presets', '.pp a[href*="/post-purchase-presets/"]'],
};

async function open(page, shop, path) {
  const answer = await page.goto(`${shop}/admin/post-purchase-${path}`);
  check(`${path} opens`, answer.status() === 200, `${answer.status()}`);
}

async function suppressions(page, shop) {
  for (const [address, reason] of [['press@example.com', 'Asked by telephone not to be written to'], ['accounts-receivable-and-everything-else.northern-region@subsidiary.example.com', 'The mailbox was closed']]) {
    await open(page, shop, 'suppressions');
    await page.fill('#pp-address', address);
    await page.fill('#pp-reason', reason);
    await press(page, page.locator('form.pp-inline button'));
  }
  await page.setViewportSize({ width: 1024, height: 800 });
  await open(page, shop, 'suppressions'); // the host's head keeps the width that it had
  check('a long address makes the page no wider than 1024 px', (await overflow(page)) <= 0);
  await page.setViewportSize({ width: 1180, height: 820 });
  await picture(page, 'suppressions');
  await page.fill('#pp-contact', 'press@');
  await press(page, page.locator('.pp-search button'));
  await page.locator('.pp tbody summary').first().press('Enter');
  await press(page, page.locator('form[action*="/lift"] button').first());
  check('who lifts one of those found sees what was found', (await page.inputValue('#pp-contact')) === 'press@', page.url());
  check('and reads that it is lifted', /lifted/i.test(await page.locator('body').innerText()));
}

async function contentEntry(page, shop) {
  await open(page, shop, 'content/new');
  await page.fill('#pp-v-title', 'The first cup from your dripper');
  await page.fill('#pp-v-body', 'Rinse the filter with hot water, take 30 g of coffee for half a litre, and pour in three turns.');
  await page.selectOption('#pp-v-scope', 'PRODUCT');
  await page.fill('#pp-v-product', 'Stoneware Dripper');
  await eventually(async () => (await page.locator('#pp-preview').getAttribute('srcdoc'))?.includes('three turns'), 5);
  await picture(page, 'content-entry');
}

/** Puts a group into the segment that a preset made, and one that must not hold. */
async function nest(page) {
  const root = page.locator('#pp-seg-builder > .pp-seg-group');
  const add = (group, words) => group.locator('> .pp-seg-head button', { hasText: words }).press('Enter');
  const compare = async (group, n, fact, value) => {
    await group.locator('> .pp-seg-leaf').nth(n).locator('select').first().selectOption(fact);
    await group.locator('> .pp-seg-leaf').nth(n).locator('.pp-seg-value').fill(value);
  };
  await add(root, '+ Group');
  const either = root.locator('> .pp-seg-group').first();
  await compare(either, 0, 'ORDERS', '3');
  await add(either, '+ Condition');
  await compare(either, 1, 'FRIENDS', '1');
  await add(root, '+ Not group');
  await compare(root.locator('> .pp-seg-not'), 0, 'RETURNED_ORDERS', '2');
  await compare(root, 0, 'SPENT', '50');
}

/** A segment that a series asks for, and a series whose step is a task for staff. */
async function segmentAndTask(page, shop) {
  await open(page, shop, 'segments');
  await press(page, page.locator('.pp-seg-presets a').first());
  await tick(page.locator('[name=active]'));
  await nest(page);
  const name = await page.inputValue('[name=name]');
  await press(page, page.locator('#pp-seg-form button[type=submit]'));
  await writeMail(page, shop, 'Call about the kettle', 'Call: is everything as you hoped?');
  await open(page, shop, 'designer');
  await page.fill('#pp-s-name', 'A call after the order');
  await page.selectOption('#pp-s-trigger', 'ANY_ORDER');
  await press(page, page.locator('button:has-text("Add the series")'));
  await page.locator('button:has-text("Add a message")').press('Enter');
  const card = page.locator('.pp-s-step').first();
  await card.locator('[data-of="name"]').fill('Call');
  await card.locator('[data-of="anchor"]').selectOption('SUBMITTED');
  await card.locator('[data-of="delayDays"]').fill('0');
  await card.locator('[data-of="channel"]').selectOption('STAFF');
  await card.locator('[data-of="purpose"]').selectOption('TRANSACTIONAL');
  await card.locator('[data-of="template"]').selectOption({ label: 'Call about the kettle' });
  await page.locator('.pp-s-begin [data-of="priority"]').fill('900');
  await page.selectOption('#pp-design-status', 'ACTIVE');
  await press(page, page.locator('#pp-design-form .pp-d-primary'));
  check('a series of tasks is live', (await page.locator('.pp').first().innerText()).includes('Version 1 is live'), (await page.locator('.pp').first().innerText()).slice(0, 300));
  const shopper = await page.context().browser().newContext();
  await order(await shopper.newPage(), shop, 'ida@example.com', { firstName: 'Ida', lastName: 'Hahn', addressLine1: 'Am Kai 3', postalCode: '24103', city: 'Kiel' });
  await shopper.close();
  const task = await eventually(async () => { await open(page, shop, 'cases/tasks'); return (await page.locator('.pp-task').count()) > 0; }, 20);
  check('the order made a task', Boolean(task));
  await picture(page, 'tasks');
  await page.goto(page.url().replace(/\/post-purchase-.*/, '/post-purchase-designer'));
  await press(page, page.locator('.pp tbody tr', { hasText: 'A call after the order' }).locator('a').first());
  await page.locator('.pp-s-begin [data-of="segment"]').selectOption({ label: name }).catch(() => {});
  await press(page, page.locator('#pp-design-form .pp-d-primary'));
  await open(page, shop, 'segments');
  await press(page, page.locator('.pp tbody a', { hasText: name }).first());
  const counted = await eventually(async () => { await page.reload(); await page.waitForTimeout(1500); return /^[1-9]\d* /.test(await page.locator('#pp-seg-count').innerText()); });
  check('who fits a group in a group is counted', Boolean(counted), await page.locator('#pp-seg-count').innerText());
  await picture(page, 'segment-builder', '#pp-seg-form');
  await page.fill('#pp-seg-who', 'ida@example.com');
  await press(page, page.locator('form.pp-inline button'));
  await picture(page, 'segment-why', '.pp > div:has(> form.pp-inline)');
}

/** Calls to a help desk that does not answer are given up after some hours. */
async function blocked(page, shop) {
  await open(page, shop, 'cases');
  await press(page, page.locator('.pp tbody a[href*="post-purchase-cases/"]').first());
  await page.fill('#pp-words', 'Wrote to her that the cup is on its way.');
  await press(page, page.locator('button[value=ANSWER]')); // a note is not told to the help desk
  for (let n = 0; n < 4; n++) await advance(shop, 'PT2H');
  const failed = await eventually(async () => {
    await open(page, shop, 'blocked-work');
    if (!(await page.locator('.pp tbody tr').count())) await press(page, page.locator('.pp-tabs a').nth(1));
    return (await page.locator('.pp tbody tr').count()) > 0;
  }, 60);
  check('work that failed is listed', Boolean(failed), await page.locator('.pp').innerText());
  await picture(page, 'blocked-work');
}

export async function screens(page, shop) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1180, height: 820 });
  await suppressions(page, shop);
  await contentEntry(page, shop);
  await segmentAndTask(page, shop);
  await blocked(page, shop);
  await backToTheList(page, shop);
  for (const [name, path] of Object.entries(SCREENS)) {
    await open(page, shop, path);
    await picture(page, name);
    if (name === 'home') await picture(page, 'home-counts', '.pp-group');
  }
  for (const [name, [path, link]] of Object.entries(FIRST_OF)) {
    await open(page, shop, path);
    await press(page, page.locator(link).first());
    await picture(page, name);
  }
  await page.setViewportSize(before);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await withDemo(async (browser, shop) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, shop, 'admin');
    await screens(page, shop);
  });
}
