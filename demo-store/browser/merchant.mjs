// What a merchant does first, with only what is on screen: colours and a logo for every mail, a series of three mails of
// their own, live, and its tests received; double points and a tier; why somebody did not get something, in
// three clicks; 500 points given and undone. Brand, a mail, rule, tier, reward, the search and points by keyboard alone. Takes
// pictures of the merchant guide.
import { readFileSync } from 'node:fs';
import { check, eventually, field, mailsOf, order, picture, press, register, signIn, tabTo, typeInto, withDemo, writeMail } from './demo.mjs';

const LOGO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAYAAAA16j4lAAAAhUlEQVR42u3awQkAIQxFwXRinynHRk0LOeRgYBb2+sA/eDOi+eW5r/Pr7ewZELABAesB1gOsB1gPsJ4BARvw/55h3EwDAtYDrAdYD7AeYD0DAjYgYL0dwIbRMyBgAwLWA6wHWA+wHmA9BwZsQG+y9NxMPcB6gPUcGLABAesB1gOsB1hvrFep/ODt/Bi+WgAAAABJRU5ErkJggg==', 'base64');

/** Presses what has the focus and waits for the page that follows. */
async function enter(page) {
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

/** Only by keyboard, but for the logo, which comes from the operating system's dialogue. */
async function brand(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-home`);
  await picture(page, 'home-setup');
  await tabTo(page, page.locator('.pp-steps a:has-text("Brand")'));
  await enter(page);
  await typeInto(page, page.locator('#pp-brand-accent'), '#ff7a00');
  await page.locator('#pp-brand-contrast button').first().waitFor();
  check('colours that cannot be read are named', (await page.locator('#pp-brand-contrast p').count()) === 2);
  await typeInto(page, page.locator('#pp-brand-accent'), '#7a1fa2');
  await page.locator('#pp-brand-contrast').waitFor({ state: 'hidden' });
  await page.setInputFiles('#pp-brand-logo-file', { name: 'logo.png', mimeType: 'image/png', buffer: LOGO });
  await typeInto(page, page.locator('#pp-brand-footer'), 'Fennbrook; 1 Mill Lane; Bristol');
  await page.waitForFunction(() => document.getElementById('pp-brand-logo-data').value !== '');
  await tabTo(page, page.locator('button[type=submit]:has-text("Save the brand")'));
  await enter(page);
  check('the brand is saved', (await page.inputValue('#pp-brand-accent')) === '#7a1fa2');
  await picture(page, 'brand');
  await page.goto(`${shop}/admin/post-purchase-home`);
  check('setting up knows that the brand is done', (await page.locator('.pp-steps .pp-done a:has-text("Brand")').count()) === 1);
}

/** As `writeMail`, only by keyboard. */
async function mailByKeyboard(page, shop, name) {
  await page.goto(`${shop}/admin/post-purchase-mails`);
  await typeInto(page, page.locator('#pp-m-name'), name);
  await tabTo(page, page.locator('button:has-text("Add the mail")'));
  await enter(page);
  await page.locator('#pp-mail-editor .pp-e-block').first().waitFor();
  await typeInto(page, page.locator('#pp-mail-editor [data-block="-1"] input').first(), `${name} from {{shop.name}}`);
  await tabTo(page, page.locator('.pp-e-add button:has-text("Products")'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('button:has-text("Save the mail")'));
  await page.keyboard.press('Enter');
  await page.locator('.pp-e-told').waitFor();
  check('a mail is written by keyboard', (await page.locator('.pp-e-told').innerText()).length > 0);
}

async function series(page, shop, mails) {
  await page.goto(`${shop}/admin/post-purchase-designer`);
  await page.fill('#pp-s-name', 'My first series');
  await page.selectOption('#pp-s-trigger', 'ANY_ORDER');
  await page.click('button:has-text("Add the series")');
  await page.click('button:has-text("Add a message")');
  await page.selectOption('#pp-design-status', 'ACTIVE');
  await page.click('#pp-design-form .pp-d-primary');
  await page.locator('.pp-s-bad').waitFor();
  check('a step without a mail says what to do', (await page.locator('#pp-design-told').innerText()).includes('choose the mail'));
  for (const [i, name] of mails.entries()) {
    if (i > 0) await page.click('button:has-text("Add a message")');
    const card = page.locator('.pp-s-step').nth(i);
    await card.locator('[data-of="name"]').fill(name);
    await card.locator('[data-of="template"]').selectOption({ label: name });
    if (i === 0) {
      await card.locator('[data-of="anchor"]').selectOption('SUBMITTED');
      await card.locator('[data-of="purpose"]').selectOption('TRANSACTIONAL');
    }
  }
  await page.locator('.pp-s-begin [data-of="priority"]').fill('900');
  check('the time line has three steps', (await page.locator('.pp-s-strip circle').count()) === 3);
  check('the page says what this does', (await page.locator('#pp-design-effect').innerText()).includes('from now on'));
  await Promise.all([page.waitForNavigation(), page.click('#pp-design-form .pp-d-primary')]);
  const text = await page.locator('.pp').first().innerText();
  check('the series is live', text.includes('Version 1 is live') && !text.includes('Saved, but not live'), text);
  await tabTo(page, page.locator('button:has-text("Send this series as tests")'));
  await enter(page);
  return page.url();
}

/** Somebody is inside, the series changes, and the person is moved. */
async function move(page, url) {
  await page.goto(url);
  await page.locator('.pp-s-step').nth(2).locator('button:has-text("Edit")').click();
  await page.locator('.pp-s-step').nth(2).locator('[data-of="delayDays"]').fill('30');
  await Promise.all([page.waitForNavigation(), page.click('#pp-design-form .pp-d-primary')]);
  await page.click('summary:has-text("Move them to version 2")');
  await picture(page, 'series-designer');
  await page.click('#pp-design-move button');
  check('who is inside is moved', (await page.locator('.pp').first().innerText()).includes('One person was moved'));
}

/** Tab to a choice, then arrow keys until it is the one that is wanted. */
async function choose(page, select, label) {
  await tabTo(page, select);
  await page.keyboard.press('Home');
  for (let n = 0; n < 30 && (await select.locator('option:checked').innerText()).trim() !== label; n++) await page.keyboard.press('ArrowDown');
}

/** The offer stands in a list of the host's, in a dialogue over the dialogue. */
async function chooseOffer(page, name) {
  await tabTo(page, page.locator('.modal .to-one-lookup').first());
  await page.keyboard.press('Enter');
  const row = page.locator('.modal tbody tr', { hasText: name }).last();
  await row.waitFor();
  await tabTo(page, row);
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
  const back = await eventually(() => page.evaluate(() => document.activeElement.matches('.to-one-lookup')), 5);
  check('the focus is back on the button that opened the list', Boolean(back));
  check(`${name} is chosen by keyboard`, (await page.locator('.modal .display-value').first().innerText()).includes(name));
}

/** Adds one record through the host's dialogue, only by keyboard; values in the order of the fields. */
async function addByKeyboard(page, shop, path, values) {
  await page.goto(`${shop}/admin/${path}`);
  await tabTo(page, page.locator('.add-main-entity').first());
  await page.keyboard.press('Enter');
  await field(page, 'name').waitFor();
  for (const [name, value] of Object.entries(values)) {
    if (name === 'type') await choose(page, field(page, name), value);
    else if (name === 'offer') await chooseOffer(page, value);
    else if (name === 'active') {
      const either = field(page, name);
      for (let n = 0; n < 60 && !(await either.evaluateAll((all) => all.includes(document.activeElement))); n++) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      if (!(await either.first().isChecked())) await page.keyboard.press('ArrowUp');
      check(`${path} is switched on by keyboard`, await either.first().isChecked());
    } else await typeInto(page, field(page, name), value);
  }
  const saved = page.waitForURL(new RegExp(`${path}/\\d+`), { timeout: 15000 }).then(() => true, () => false);
  await tabTo(page, page.locator('.modal .submit-button'));
  await page.keyboard.press('Enter');
  check(`${values.name} is saved by keyboard`, await saved, (await page.locator('.modal').allInnerTexts()).join());
}

async function loyalty(page, shop) {
  await addByKeyboard(page, shop, 'post-purchase-earning-rules', {
    name: 'Double points at the week-end', active: 'Yes', type: 'More points for a while or for some goods',
    rule_MULTIPLY_percent: '200', activeFrom: '2031-01-04 00:00', activeUntil: '2031-01-06 00:00',
  });
  await picture(page, 'earning-rule');
  await datesStay(page);
  await addByKeyboard(page, shop, 'post-purchase-tiers', { name: 'Diamond', active: 'Yes', threshold: '90000' });
  await picture(page, 'tier');
  await addByKeyboard(page, shop, 'post-purchase-rewards', { name: 'Three euros off', active: 'Yes', costPoints: '300', offer: 'Three euros off for points' });
  await picture(page, 'reward');
}

/** Who saves another field of a form that is open leaves the days of a rule where they are, however often. */
async function datesStay(page) {
  const dates = () => Promise.all(['activeFrom', 'activeUntil'].map((name) => page.locator(`[name="fields['${name}'].value"]`).inputValue()));
  const before = await dates();
  for (const name of ['Twice at the week-end', 'Double points at the week-end']) {
    await page.locator("[name=\"fields['name'].value\"]").fill(name);
    await press(page, page.locator('.entity-form button[type=submit], .submit-button').first());
    await page.goto(page.url());
  }
  const after = await dates();
  check('the days of a rule stay over two saves', after.join() === before.join() && before[0].includes('2031'), `${before} → ${after}`);
}

/** Only by keyboard; each Enter but the one in the field is one of the three clicks. */
async function person(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-people`);
  await typeInto(page, page.locator('#pp-q'), 'mira@');
  await enter(page);
  await tabTo(page, page.locator('.pp table a').first());
  await enter(page);
  await tabTo(page, page.locator('.pp-chips a:has-text("Not sent")'));
  await enter(page);
  check('why somebody did not get it is told in three clicks', (await page.locator('.pp-line li').first().innerText()).includes('Not entered'));
  check('and names the series', (await page.locator('.pp-line').innerText()).includes('First purchase'), await page.locator('.pp-line').innerText());
  await picture(page, 'person');
}

/** Only by keyboard: Tab to each field and button. */
async function points(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-people?q=nora@`);
  await tabTo(page, page.locator('.pp table a').first());
  await enter(page);
  await typeInto(page, page.locator('#pp-points'), '500');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sorry for the delay');
  await page.keyboard.press('Tab');
  await enter(page);
  check('500 points are given', (await page.locator('.pp-line li').first().innerText()).includes('500'), await page.locator('.pp-line').innerText());
  await tabTo(page, page.locator('.pp-line button:has-text("Undo")').first());
  await enter(page);
  check('and taken back', /Taken back 500/.test(await page.locator('.pp-line li').first().innerText()), await page.locator('.pp-line').innerText());
}

/** What service does for one buyer, beginning at the host's page of her order. */
async function desk(page, shop, email) {
  await page.goto(`${shop}/admin/order`);
  await page.locator('a[href*="/admin/order/"]').first().click();
  await press(page, page.locator('.pp-host-link a').first());
  check('the page of an order leads to its buyer', (await page.locator('.pp-head').innerText()).includes(email));
  const waits = page.locator('.pp-wait');
  const before = await waits.count();
  await press(page, waits.locator('button:has-text("Cancel")').first());
  check('a step that waits is cancelled', (await waits.count()) === before - 1);
  await press(page, page.locator('#pp-pause'));
  check('advertising is put off', (await page.locator('#pp-pause').innerText()).includes('End the pause'));
  await press(page, page.locator('#pp-pause'));
  check('and the pause is ended', (await page.locator('#pp-pause').innerText()).includes('30 days'));
  await press(page, page.locator('a:has-text("Export or erase")'));
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Download")')]);
  check('all that is kept is handed out', readFileSync(await file.path(), 'utf8').includes(email));
  await picture(page, 'privacy');
  await page.fill('#pp-typed', 'somebody@else.example');
  await press(page, page.locator('form[action$="/erase"] button'));
  check('nobody is erased by a slip', (await page.locator('#pp-typed').count()) === 1);
  await page.fill('#pp-typed', email);
  await press(page, page.locator('form[action$="/erase"] button'));
  check('erased, with a report', (await page.locator('.pp table tbody tr').count()) > 3);
  await picture(page, 'erased');
}

/** Settings as a file: out, changed, in, out again. */
async function transfer(page, shop) {
  const give = async (text) => {
    await page.goto(`${shop}/admin/post-purchase-home/transfer`);
    await page.setInputFiles('#pp-transfer-pick', { name: 'settings.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
    await page.waitForFunction((least) => document.getElementById('pp-transfer-file').value.length > least, text.length / 2);
    await press(page, page.locator('#pp-transfer-form button[type=submit]'));
  };
  const taken = async () => {
    await page.goto(`${shop}/admin/post-purchase-home/transfer`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Download the file")')]);
    return readFileSync(await file.path(), 'utf8');
  };
  const first = await taken();
  await give(first);
  check('the same file changes nothing', (await page.locator('#pp-transfer-plan').innerText()).includes('already'));
  const changed = first.replace('name: My first series', 'name: Renamed by a file');
  await give(changed);
  await picture(page, 'transfer');
  check('a difference is shown before it is taken', (await page.locator('#pp-transfer-plan del').innerText()) === 'My first series');
  await press(page, page.locator('#pp-transfer-plan button'));
  check('the file is taken', (await page.locator('#pp-transfer-done').innerText()).includes('Renamed by a file'));
  check('and comes out as it went in', (await taken()) === changed);
  await give(`${changed}\nseries2: x`);
  check('a bad file is refused with its line', (await page.locator('#pp-transfer-problems').innerText()).includes('series2'));
}

await withDemo(async (browser, shop) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  await signIn(page, shop, 'admin');
  await brand(page, shop);
  const mails = ['Hello', 'How is it going', 'Come again'];
  await mailByKeyboard(page, shop, mails[0]);
  for (const name of mails.slice(1)) await writeMail(page, shop, name);
  await picture(page, 'mail-editor');
  const url = await series(page, shop, mails);
  const box = await (await fetch(`${shop}/mailbox.json`)).json();
  const tests = box.filter((each) => /^\[\d\/3\]/.test(each.subject));
  check('three tests were received', tests.length === 3, JSON.stringify(box.map((each) => each.subject)));
  check('colours, logo and footer are in each', tests.every((each) => each.html.includes('#7a1fa2') && each.html.includes('/post-purchase/brand/') && each.html.includes('Mill Lane')));
  const shopper = await (await browser.newContext()).newPage();
  await order(shopper, shop, 'mira@example.com');
  check('the first mail goes out', Boolean(await eventually(async () => (await mailsOf(shop, 'mira@example.com')).find((each) => each.subject.startsWith('Hello')))));
  await move(page, url);
  await loyalty(page, shop);
  await person(page, shop);
  await desk(page, shop, 'mira@example.com');
  await transfer(page, shop);
  const nora = await browser.newContext();
  await register(await nora.newPage(), shop, 'nora@example.com');
  await nora.close();
  await points(page, shop);
  check('no script of the pages failed', errors.length === 0, errors.join('; '));
});
