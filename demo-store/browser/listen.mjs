// What a shop hears from its buyers, on a phone and at a desk. A request comes after the days of its category; two lines
// are reviewed by its link in a clean browser, one with a photo and a video by keyboard; both are checked and shown with
// mark and disclosure, points are given once for each; the bad one opens a case, advertising pauses, it is answered in
// public, closed and advertising goes on. Then a survey, a contest and a gallery. At the end every link of every mail is
// opened by a browser with JavaScript that touches nothing, and no row of the database is another than before.
// Takes the pictures of the guides (GUIDE_PICTURES: the directory for them).
import { join } from 'node:path';
import { addSetting, check, eventually, mailsOf, overflow, picture, press, readyToOrder, register, shots, signIn, tick, withDemo } from './demo.mjs';
import { months } from './months.mjs';
import { screens } from './screens.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 };
const DESK = { viewport: { width: 1180, height: 820 }, deviceScaleFactor: 1 };

const CODE = 'For you: 10% off your next order';

const advance = (shop, by) => fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance: by }) });
const warehouse = (shop, number, action) => fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
const own = (mail) => [...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map((m) => m[1].replaceAll('&amp;', '&'));
const shot = (page, name, fullPage = true) => page.screenshot({ path: join(shots, `${name}.png`), fullPage });

async function buy(page, shop, email, products) {
  for (const product of products.slice(1)) {
    await page.goto(`${shop}${product}`);
    await page.locator('form[action*="/cart/add"] [type=submit]').first().click();
  }
  await readyToOrder(page, shop, email, undefined, products[0]);
  await page.locator('form[action*="/checkout/complete"] [type=submit]').click();
  await page.waitForURL(/\/confirmation\//);
  return page.url().split('/').pop();
}

async function settings(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-review-settings/1`);
  const hosts = page.locator(`[name="fields['videoHosts'].value"]`);
  const days = page.locator(`[name="fields['categoryDays'].value"]`);
  await hosts.fill('youtube.com, vimeo.com');
  await days.fill('20=12');
  await press(page, page.locator('.entity-form button[type=submit], .submit-button').first());
  await page.goto(`${shop}/admin/post-purchase-review-settings/1`);
  check('the review settings keep where videos may be', (await hosts.inputValue()).includes('vimeo.com'));
  check('and the days of a category', (await days.inputValue()) === '20=12');
  await addSetting(page, shop, 'post-purchase-earning-rules', {
    name: 'For your review', active: 'Yes', type: 'Something else', rule_EVENT_eventCode: 'REVIEW', rule_EVENT_points: '25',
  });

  await page.goto(`${shop}/admin/post-purchase-service`);
  for (const [name, value] of Object.entries({ phone: '+49 431 1234', mail: 'hello@fennbrook.example', hours: 'Mon–Fri 9–17 h', alertAddress: 'staff@fennbrook.example' }))
    await page.fill(`[name=${name}]`, value);
  await tick(page.locator('[name=active]'));
  await press(page, page.locator('.pp form button[type=submit]').last());
  check('cases are kept', await page.isChecked('[name=active]'));
  await picture(page, 'service-settings');

  await page.goto(`${shop}/admin/post-purchase-surveys/new`);
  await page.fill('[name=name]', 'After the purchase');
  if (await page.locator('[name=onConfirmation]').count()) await tick(page.locator('[name=onConfirmation]'));
  await picture(page, 'survey');
  await press(page, page.locator('form[action*="/save"] button[type=submit]'));
  await press(page, page.locator('form[action*="/publish"] button[type=submit]'));
}

async function contest(page, shop) {
  const today = new Date((await (await fetch(`${shop}/clock`, { headers: { Accept: 'application/json' } })).json()).now);
  const day = (plus) => new Date(today.getTime() + plus * 864e5).toISOString().slice(0, 10);
  await page.goto(`${shop}/admin/post-purchase-reviews/campaigns/new`);
  for (const [name, value] of Object.entries({
    code: 'morning-cups', title: 'My morning cup', hashtag: '#morningcups', intro: 'Show us the cup you start your day with.',
    rules: 'One entry for each person. No purchase needed. The winners are drawn on the day after the end.', from: day(-1), until: day(30), prizes: '1',
  })) await page.fill(`[name=${name}]`, value);
  await tick(page.locator('[name=uploads]'));
  await press(page, page.locator('form[action*="/save"] button[type=submit]'));
  const url = page.url();
  await press(page, page.locator('form[action*="/open"] button[type=submit]'));
  return url;
}

/** Stars, words, a photo and a video, with nothing but keys where that is possible. */
async function review(page, form, { line, stars, words, photo, video, nickname }) {
  const one = page.locator(`section.line`).nth(line);
  const first = one.locator('input[name=stars]').first();
  await first.focus();
  for (let i = 1; i < stars; i++) await page.keyboard.press('ArrowRight');
  if (stars === 1) await page.keyboard.press('Space');
  check(`${stars} stars are chosen by keyboard`, await one.locator(`input[name=stars][value="${stars}"]`).isChecked());
  await one.locator('textarea[name=body]').fill(words);
  if (photo) await one.locator('input[type=file]').setInputFiles(photo);
  if (video) await one.locator('input[name=video]').fill(video);
  await one.locator('input[name=nickname]').fill(nickname);
  await press(page, one.locator('form').first().locator('button[type=submit]').first());
}

/** What the merchant reads about the messages of an order. */
async function decisions(admin, shop, number) {
  await admin.goto(`${shop}/admin/post-purchase-messages/order?number=${number}`);
  return admin.locator('.pp').first().innerText();
}

async function shopper(browser, shop, admin) {
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  const email = 'lea@example.com';
  await register(page, shop, email);
  const number = await buy(page, shop, email, ['/brewing/gooseneck-kettle', '/brewing/stoneware-dripper']);
  await page.locator('#pp-survey').scrollIntoViewIfNeeded();
  check('the confirmation page asks', (await page.locator('#pp-survey').count()) === 1);
  await picture(page, 'service-confirmation', '#pp-survey');
  await shot(page, 'survey-confirmation-phone');
  await page.setViewportSize(DESK.viewport);
  await shot(page, 'survey-confirmation');
  await page.setViewportSize(PHONE.viewport);
  const help = await page.locator('a[href*="/post-purchase/help/"]').first().getAttribute('href');
  for (const action of ['ship', 'deliver']) await warehouse(shop, number, action);
  const request = async () => (await mailsOf(shop, email)).find((m) => m.html.includes('/post-purchase/review/'));
  await advance(shop, 'P11D');
  const early = await eventually(async () => (await decisions(admin, shop, number)).includes('has not had the products long enough'));
  check('after eleven days it is too early for this category, and staff reads why', early && !(await request()));
  await advance(shop, 'P2D');
  const asked = await eventually(request);
  check('a request arrives after the days of the category', Boolean(asked));
  const link = own(asked).find((l) => l.includes('/post-purchase/review/') && !l.includes('?'));

  const clean = await browser.newContext(PHONE);
  const form = await clean.newPage();
  await form.goto(link);
  await shot(form, 'review-form-phone');
  check('the form is no wider than the phone', (await overflow(form)) <= 0);
  const desk = await browser.newContext(DESK);
  const wide = await desk.newPage();
  await wide.goto(link);
  await shot(wide, 'review-form');
  await wide.goto(`${shop}/brewing/stoneware-dripper`);
  const photo = { name: 'dripper.jpg', mimeType: 'image/jpeg', buffer: await wide.locator('main img, img').nth(1).screenshot({ type: 'jpeg', quality: 85 }) };
  await review(form, link, { line: 0, stars: 4, nickname: 'Lea',
    words: 'Keeps its heat and pours evenly. The rim chips if you are careless, so I keep it off the tap.',
    photo, video: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' });
  check('the review is saved', (await form.locator('[role=status]').count()) > 0, await form.locator('main').innerText());
  await picture(form, 'reviews-form', 'main');
  const again = form.locator('section.line').nth(0).locator('details').first();
  await again.locator('summary').click();
  await press(form, again.locator('button[type=submit]').first());
  await review(form, link, { line: 1, stars: 1, words: 'The handle came loose on the second day.', nickname: 'Lea' });
  check('the second line is saved too', (await form.locator('[role=status]').count()) > 0);
  const rights = form.locator('details.rights').first();
  await rights.locator('summary').click();
  for (const box of await rights.locator('input[type=checkbox]').all()) await tick(box);
  await press(form, rights.locator('button'));
  await shot(form, 'review-rights-phone');
  return { help, number, email, page, form, wide };
}

/** How often the reward stands in the history of the buyer's points. */
async function rewards(page, shop) {
  await page.goto(`${shop}/account/points`);
  return page.locator('.pp-points-columns > div', { hasText: 'What happened' }).locator('strong').filter({ hasText: /^\+?25$/ }).count();
}

async function staff(admin, shop, { wide, form, page: buyer, number }) {
  const page = admin;
  await page.goto(`${shop}/admin/post-purchase-reviews`);
  await picture(page, 'reviews-queue');
  await page.goto(`${shop}/admin/post-purchase-reviews?state=ALL&contact=${number}`);
  check('reviews are found by the number of their order', (await page.locator('.pp tbody tr').count()) === 2);
  check('nothing is given before it is checked', (await rewards(buyer, shop)) === 0);
  for (const [text, answer] of [['Keeps its heat', ''], ['handle came loose', 'Sorry. A new handle is on its way to you.']]) {
    await page.goto(`${shop}/admin/post-purchase-reviews?state=WAITING`);
    await press(page, page.locator('tr', { hasText: text }).locator('a').first());
    await shot(page, answer ? 'review-low' : 'review-check');
    await press(page, page.locator('form[action*="/publish"] button'));
    if (!answer) {
      await tick(page.locator('form[action*="/hide"] input[type=radio]').first());
      await press(page, page.locator('form[action*="/hide"] button'));
      await press(page, page.locator('form[action*="/publish"] button'));
    }
    if (answer) {
      await page.fill('#pp-reply', answer);
      await press(page, page.locator('form[action*="/reply"] button'));
    }
  }
  const given = await eventually(async () => (await rewards(buyer, shop)) === 2);
  check('points are given once for each review, however often it was saved and published', given, await buyer.locator('body').innerText());
  await picture(buyer, 'shop-points', 'main');
  await page.goto(`${shop}/admin/post-purchase-reviews/stories`);
  for (let i = 0; i < 5 && (await page.locator('form[action*="/show"] button').count()); i++) {
    await press(page, page.locator('form[action*="/show"] button').first());
  }
  await shot(page, 'stories');
  for (const [product, name] of [['/brewing/stoneware-dripper', 'product-reviews'], ['/brewing/gooseneck-kettle', 'product-low']]) {
    await wide.goto(`${shop}${product}`);
    await shot(wide, `${name}-page`);
    if (name === 'product-reviews') await picture(wide, 'reviews-product', '#pp-reviews');
    await form.goto(`${shop}${product}`);
    await shot(form, `${name}-phone`);
    check(`${name} is no wider than the phone`, (await overflow(form)) <= 0);
  }
  await wide.goto(`${shop}/brewing/stoneware-dripper`);
  check('photo, mark and video are on the product’s page',
    (await wide.locator('.pp-photos img').count()) > 0 && (await wide.locator('.pp-video').count()) > 0 && (await wide.locator('.pp-tag').count()) > 0);
  const block = await wide.locator('#pp-reviews').innerText();
  check('and so is what was promised for it', /Verified buyer/.test(block) && /Reward promised/.test(block), block);
  if (await wide.locator('.pp-gallery').count()) await picture(wide, 'gallery', '.pp-gallery');
  check('what was chosen is in the gallery', (await wide.locator('.pp-gallery').count()) > 0);
  await wide.goto(`${shop}/post-purchase/reviews/policy`);
  await shot(wide, 'review-policy');
}

/** The case of the bad review: advertising waits for it, and goes on when it is closed. */
async function recovery(page, shop, { number, email }) {
  const advertised = async () => (await mailsOf(shop, email)).some((m) => m.subject.startsWith(CODE));
  await page.goto(`${shop}/admin/post-purchase-cases`);
  await press(page, page.locator('.pp tr', { hasText: 'Gooseneck Kettle' }).locator('a').first());
  check('the bad review opened a case that pauses advertising', (await page.locator('.pp').innerText()).includes('Paused while the case is open'));
  const url = page.url();
  await advance(shop, 'P8DT6H'); // half a day before it would be too late to send
  const waits = await eventually(async () => (await decisions(page, shop, number)).includes('A case of the person is open'));
  check('advertising waits while the case is open, and staff reads why', waits && !(await advertised()));
  await page.goto(url);
  await page.fill('#pp-words', 'Called her: the new handle has arrived.');
  await press(page, page.locator('button[value=ANSWER]'));
  await picture(page, 'service-case');
  await page.fill('#pp-words', 'Settled.');
  await press(page, page.locator('button[value=CLOSE]'));
  check('the case is closed', (await page.locator('.pp').innerText()).includes('Closed'));
  await advance(shop, 'P1D');
  const goesOn = Boolean(await eventually(advertised));
  check('advertising goes on', goesOn, goesOn ? '' : await decisions(page, shop, number));
}

async function service(page, shop, { form, help, number, wide }) {
  await form.goto(new URL(help, shop).href);
  await tick(form.locator('input[name=kind]').first());
  await form.locator('textarea').first().fill('One cup of the set was missing.');
  await picture(form, 'service-help', 'main');
  await press(form, form.locator('main button[type=submit]').first());
  await page.goto(`${shop}/admin/post-purchase-service/helpdesk`);
  await page.fill('[name=url]', 'https://desk.fennbrook.example/hooks');
  await tick(page.locator('[name=answers]'));
  await press(page, page.locator('form[action*="/save"] button'));
  await picture(page, 'service-helpdesk');
}

async function answers(browser, shop) {
  const said = [[10, 'Fast and well packed.'], [9, ''], [8, 'Delivery took long, coffee is great.'], [3, 'The parcel was damaged.'], [10, '']];
  for (const [i, [score, words]] of said.entries()) {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await buy(page, shop, `answer${i}@example.com`, ['/coffee/harbour-espresso']);
    await page.locator(`#pp-survey input[value="${score}"]`).check({ force: true });
    if (words) await page.locator('#pp-survey textarea').fill(words);
    await press(page, page.locator('#pp-survey button'));
    if (i === 0) await shot(page, 'survey-thanks');
    await context.close();
  }
}

async function entries(page, shop, admin, url, photo) {
  await page.goto(`${shop}/post-purchase/campaign/morning-cups`);
  await picture(page, 'campaign-page', 'main');
  check('the campaign is no wider than the phone', (await overflow(page)) <= 0);
  await page.setViewportSize(DESK.viewport);
  await shot(page, 'campaign');
  await page.setViewportSize(PHONE.viewport);
  for (let i = 0; i < 3; i++) {
    await page.goto(`${shop}/post-purchase/campaign/morning-cups`);
    await page.fill('#email2', `answer${i}@example.com`);
    await tick(page.locator('#terms2'));
    await press(page, page.locator('section[aria-labelledby=enter] button'));
  }
  await shot(page, 'campaign-entered-phone');
  const context = await page.context().browser().newContext(DESK);
  const buyer = await context.newPage();
  await buy(buyer, shop, 'answer1@example.com', ['/brewing/gooseneck-kettle']);
  await context.close();
  await advance(shop, 'P31D');
  await admin.goto(url);
  await admin.fill('[name=cost]', '120');
  await press(admin, admin.locator('form[action*="/cost"] button'));
  await press(admin, admin.locator('form[action*="/draw"] button'));
  await page.goto(`${shop}/post-purchase/campaign/morning-cups`);
  await shot(page, 'campaign-drawn-phone');
  await admin.goto(`${shop}/admin/post-purchase-reviews/products`);
  check('products are reported', (await admin.locator('.pp-products tbody tr').count()) > 1);
}

const differing = (before, after) => Object.keys(after).filter((t) => before[t] !== after[t]).map((t) => `${t}: ${before[t]} → ${after[t]}`);

/**
 * Waits until all looks of so many milliseconds find the same rows: mails and events have been worked off, and what is
 * done once a minute has had its turn.
 */
async function settled(shop, quiet) {
  const rows = async () => (await fetch(`${shop}/tables.json`)).json();
  let before = await rows();
  let moved = [];
  let since = Date.now();
  const still = await eventually(async () => {
    await new Promise((r) => setTimeout(r, 1500));
    const now = await rows();
    moved = differing(before, now);
    before = now;
    if (moved.length) since = Date.now();
    return Date.now() - since >= quiet;
  }, 180);
  check('the shop has come to rest', still, moved.join('; '));
  return before;
}

/** To the day, when what is done every night could come in between. */
async function awayFromNight(shop) {
  const hour = new Date((await (await fetch(`${shop}/clock`, { headers: { Accept: 'application/json' } })).json()).now).getUTCHours();
  if (hour < 5 || hour > 21) await advance(shop, 'PT8H');
}

/** A scanner's browser: runs scripts, follows redirects, presses nothing. */
async function openEveryLink(browser, shop) {
  await awayFromNight(shop);
  const before = await settled(shop, 65000);
  const mails = await (await fetch(`${shop}/mailbox.json`)).json();
  const links = new Set(mails.flatMap((m) => (m.html ? own(m) : [])).filter((l) => l.startsWith(shop)));
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  const kinds = new Set();
  let broken = '';
  for (const link of links) {
    const kind = link.replace(shop, '').replace(/[\w.~-]{16,}/g, 'T').replace(/#.*|(?<==)[^&]*/g, '').replace(/\d+/g, 'N');
    kinds.add(kind);
    const answer = await page.goto(link, { waitUntil: 'load' }).catch((e) => ({ status: () => String(e) }));
    if (!(answer?.status() < 500)) broken += `${answer?.status()} ${link} `;
  }
  check(`every link of ${mails.length} mails opens (${links.size} links, ${kinds.size} kinds)`, links.size > 10 && !broken, broken);
  await context.close();
  const changed = differing(before, await settled(shop, 1500));
  check('and changes nothing in the database', Object.keys(before).length > 60 && changed.length === 0, changed.join('; '));
}

/** What a link of a mail leads to, on the buyer's phone. */
async function pagesOfABuyer(page, shop, email) {
  const links = (await mailsOf(shop, email)).flatMap(own);
  for (const [name, part] of [['shop-preferences', '/preferences/'], ['shop-unsubscribe', '/unsubscribe/']]) {
    const link = links.find((l) => l.includes(part));
    check(`a mail leads to ${part}`, Boolean(link));
    if (!link) continue;
    await page.goto(link);
    await picture(page, name, 'main');
  }
  await page.goto(`${shop}/rewards`);
  await picture(page, 'shop-programme', 'main');
}

await withDemo(async (browser, shop) => {
  const context = await browser.newContext(DESK);
  const admin = await context.newPage();
  await signIn(admin, shop, 'admin');
  await settings(admin, shop);
  const campaign = await contest(admin, shop);
  await answers(browser, shop);
  const seen = await shopper(browser, shop, admin);
  await staff(admin, shop, seen);
  await recovery(admin, shop, seen);
  await service(admin, shop, seen);
  await entries(seen.form, shop, admin, campaign);
  await openEveryLink(browser, shop);
  await pagesOfABuyer(seen.form, shop, seen.email);
  await months(admin, shop);
  await screens(admin, shop);
});
