// From one shop into another, empty one: brand, mails, segment, earning rule and series are made by hand in the first,
// taken out as a file and taken into the second after a look at every difference. What arrives there is the same.
import { readFileSync } from 'node:fs';
import { addSetting, check, eventually, mailsOf, openShop, order, picture, press, signIn, withDemo, writeMail } from './demo.mjs';

const BUYER = 'mira@example.com';

async function saveBrand(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-brand`);
  await page.fill('#pp-brand-accent', '#7a1fa2');
  await page.fill('#pp-brand-footer', 'Fennbrook; 1 Mill Lane; Bristol');
  await press(page, page.locator('button[type=submit]:has-text("Save the brand")'));
}

async function makeSegment(page, shop, name) {
  await page.goto(`${shop}/admin/post-purchase-segments/new`);
  await page.fill('[name=name]', name);
  await page.locator('#pp-seg-form button[type=submit]').press('Enter');
  await page.waitForLoadState('load');
}

/** Two mails with a step between them that is switched off. */
async function makeSeries(page, shop, name, mails) {
  await page.goto(`${shop}/admin/post-purchase-designer`);
  await page.fill('#pp-s-name', name);
  await page.selectOption('#pp-s-trigger', 'ANY_ORDER');
  await press(page, page.locator('button:has-text("Add the series")'));
  for (const [i, mail] of mails.entries()) {
    await page.locator('button:has-text("Add a message")').press('Enter');
    const card = page.locator('.pp-s-step').nth(i);
    await card.locator('[data-of="name"]').fill(mail);
    await card.locator('[data-of="template"]').selectOption({ label: mail });
    await card.locator('[data-of="anchor"]').selectOption('SUBMITTED');
    await card.locator('[data-of="delayDays"]').fill(i === 0 ? '0' : '1');
    await card.locator('[data-of="purpose"]').selectOption('TRANSACTIONAL');
    if (i === 1) await card.locator('.pp-s-head [data-of="off"]').press('Enter');
  }
  await page.locator('.pp-s-begin [data-of="priority"]').fill('900');
  await publish(page);
}

async function publish(page) {
  await page.selectOption('#pp-design-status', 'ACTIVE');
  await press(page, page.locator('#pp-design-form .pp-d-primary'));
  const text = await page.locator('.pp').first().innerText();
  check('the series is live', text.includes('Version 1 is live'), text.slice(0, 300));
}

async function take(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-home/transfer`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Download the file")')]);
  return readFileSync(await file.path(), 'utf8');
}

/** The differences between the file and the shop. */
async function show(page, shop, file) {
  await page.goto(`${shop}/admin/post-purchase-home/transfer`);
  await page.setInputFiles('#pp-transfer-pick', { name: 'settings.yaml', mimeType: 'text/yaml', buffer: Buffer.from(file) });
  await page.waitForFunction((least) => document.getElementById('pp-transfer-file').value.length > least, file.length / 2);
  await press(page, page.locator('#pp-transfer-form button[type=submit]'));
}

/** What somebody gets who orders today and keeps the shop open for two days, without what differs from shop to shop. */
async function mailsOfABuyer(browser, shop) {
  const context = await browser.newContext();
  const number = await order(await context.newPage(), shop, BUYER);
  await context.close();
  await eventually(async () => (await mailsOf(shop, BUYER)).some((each) => each.subject.startsWith('Hello')));
  await fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: 'P2D' }) });
  await eventually(async () => (await mailsOf(shop, BUYER)).some((each) => each.subject.startsWith('Good-bye')));
  const plain = (text) => text.replaceAll(shop, 'SHOP').replaceAll(number, 'NUMBER').replace(/https?:\/\/localhost:\d+/g, 'SHOP').replace(/(?<=\/)[\w.-]{24,}/g, 'TOKEN');
  return (await mailsOf(shop, BUYER)).filter((each) => / from /.test(each.subject))
    .map((each) => `${each.subject}\n${plain(each.html)}`);
}

await withDemo(async (browser, first) => {
  const other = openShop('-second');
  try {
    const desk = { viewport: { width: 1280, height: 900 } };
    const page = await (await browser.newContext(desk)).newPage();
    await signIn(page, first, 'admin');
    await saveBrand(page, first);
    const mails = ['Hello', 'Not yet', 'Good-bye'];
    for (const name of mails) await writeMail(page, first, name);
    await makeSegment(page, first, 'Buyers of ours');
    await addSetting(page, first, 'post-purchase-earning-rules', { name: 'Double for a while', type: 'More points for a while or for some goods', rule_MULTIPLY_percent: '200' });
    await makeSeries(page, first, 'Moved series', mails);
    const file = await take(page, first);
    check('the file holds the switch of the step', /switchedOff: true/.test(file));
    const sent = await mailsOfABuyer(browser, first);
    check('in the first shop both mails that are on arrive', sent.length === 2, sent.map((each) => each.split('\n')[0]).join(' | '));

    const second = await other.ready;
    const there = await (await browser.newContext(desk)).newPage();
    await signIn(there, second, 'admin');
    const before = await take(there, second);
    check('the second shop has none of it', !/Moved series|Buyers of ours|Double for a while|7a1fa2/.test(before));
    await show(there, second, file);
    const plan = await there.locator('#pp-transfer-plan').innerText();
    for (const name of ['Moved series', 'Buyers of ours', 'Double for a while', 'Hello', 'Not yet', 'Good-bye']) check(`the plan names ${name}`, plan.includes(name));
    check('nothing is taken by looking', (await take(there, second)) === before);
    await show(there, second, file);
    await picture(there, 'moving-plan', '#pp-transfer-plan');
    await press(there, there.locator('#pp-transfer-plan button'));
    check('the file is taken', (await there.locator('#pp-transfer-done').innerText()).includes('Moved series'));
    check('and comes out as it went in', (await take(there, second)) === file);

    await there.goto(`${second}/admin/post-purchase-designer`);
    const row = there.locator('tr', { hasText: 'Moved series' });
    check('a series comes as a draft', (await row.innerText()).includes('Draft'), await row.innerText());
    await press(there, row.locator('a'));
    check('its step is still off', (await there.locator('.pp-s-off').count()) === 1);
    await publish(there);
    const arrived = await mailsOfABuyer(browser, second);
    check('the same mails arrive there', arrived.join('\n') === sent.join('\n'), `${sent.length} and ${arrived.length}: ${arrived.map((each) => each.split('\n')[0]).join(' | ')}`);
    for (const [i, mail] of arrived.entries()) if (mail !== sent[i]) console.log(difference(mail, sent[i] ?? ''));
  } finally {
    other.close();
  }
});

function difference(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `differs at ${at}: ${JSON.stringify(a.slice(Math.max(0, at - 60), at + 100))} and ${JSON.stringify(b.slice(Math.max(0, at - 60), at + 100))}`;
}
