// The series designer by keyboard alone, with two people at it at once, with a condition on clicks that nobody
// counts, and with an A/B test: nothing that anybody typed is lost, and the page says what happened.
import { join } from 'node:path';
import { check, eventually, order, overflow, picture, shots, signIn, tick, withDemo } from './demo.mjs';

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return { id: at.id, of: at.dataset.of ?? '', tag: at.tagName, name: at.getAttribute('aria-label') ?? at.innerText ?? '', step: at.closest('[data-step]')?.dataset.step ?? '' };
});

/** Tab until the focus is on what is looked for; fails after more keys than anybody has patience for. */
async function tabTo(page, wanted, keys = 80) {
  for (let n = 0; n < keys; n++) {
    const at = await focused(page);
    if (wanted(at)) return at;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not get there: ${wanted}`);
}

const names = (page) => page.locator('.pp-s-step .pp-s-head b').allInnerTexts();

async function saveByKeyboard(page) {
  await tabTo(page, (at) => at.tag === 'BUTTON' && at.name.startsWith('Save'));
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function keyboard(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-designer`);
  await page.locator('#pp-s-name').focus();
  await page.keyboard.type('By keyboard');
  await tabTo(page, (at) => at.tag === 'BUTTON' && at.name.startsWith('Add the series'));
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  for (const name of ['First', 'Second']) {
    await tabTo(page, (at) => at.tag === 'BUTTON' && at.name.includes('Add a message'));
    await page.keyboard.press('Enter');
    const at = await focused(page);
    check(`a new step has the focus on its name (${name})`, at.of === 'name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(name);
    await tabTo(page, (a) => a.of === 'template');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.locator('[data-of="template"]').first().inputValue();
    check(`a mail is chosen by an arrow key (${name})`, chosen !== '');
    check('and the focus stays on the field', (await focused(page)).of === 'template');
  }
  await saveByKeyboard(page);
  check('two steps are saved', (await names(page)).join() === '1. First,2. Second', (await names(page)).join());
  await tabTo(page, (at) => at.tag === 'BUTTON' && at.name.startsWith('Move up') && at.name.includes('Second'));
  await page.keyboard.press('Enter');
  check('a step is moved up', (await names(page)).join() === '1. Second,2. First', (await names(page)).join());
  check('and the focus goes with it', (await focused(page)).name.includes('Second'));
  await saveByKeyboard(page);
  check('the order is saved', (await names(page)).join() === '1. Second,2. First', (await names(page)).join());
  return page.url();
}

/** A step is switched off and on by keyboard: the button says what it does, the focus stays, and the diff says it. */
async function switches(page, shop, url) {
  const names = { en: ['Switch off', 'Switch on', 'passed over', 'Step switched off: First'], de: ['Ausschalten', 'Einschalten', 'übergangen', 'Schritt ausgeschaltet: First'] };
  await page.goto(`${url}?blLocaleCode=en`);
  const leave = (dialog) => dialog.accept();
  page.on('dialog', leave);
  await page.locator('.pp-s-begin [data-of="priority"]').fill('900');
  await page.selectOption('#pp-design-status', 'ACTIVE');
  await saveByKeyboard(page);
  const shopper = await (await page.context().browser().newContext()).newPage();
  await order(shopper, shop, 'switched@example.com');
  await eventually(async () => { await page.goto(url); return /[1-9] waiting/.test(await page.locator('.pp-s-list').innerText()); });
  for (const language of ['de', 'en']) {
    const [off, on, said] = names[language];
    await page.goto(`${url}?blLocaleCode=${language}`);
    const button = page.locator('.pp-s-step').nth(1).locator('[data-of="off"]');
    check(`the switch says whom it concerns (${language})`, (await button.getAttribute('aria-label')).length > 60, await button.getAttribute('aria-label'));
    await page.locator('.pp-s-step').nth(1).locator('.pp-s-head button').first().focus();
    await tabTo(page, (at) => at.tag === 'BUTTON' && at.name.startsWith(off), 3);
    await page.keyboard.press('Enter');
    check(`the focus stays on the switch (${language})`, (await focused(page)).name.startsWith(on), (await focused(page)).name);
    check(`the step says that it is passed over (${language})`, (await page.locator('.pp-s-off').innerText()).includes(said));
    check(`the page fits 1024 px (${language})`, (await overflow(page)) <= 0);
    await page.screenshot({ path: join(shots, `designer-off-${language}.png`), fullPage: true });
    if (language === 'en') await picture(page, 'series-step-off', '.pp-s-off');
  }
  await page.selectOption('#pp-design-status', 'PAUSED');
  await saveByKeyboard(page);
  for (const language of ['de', 'en']) {
    await page.goto(`${url}?blLocaleCode=${language}`);
    check(`the diff says it in words (${language})`, (await page.locator('.pp-box').first().innerText()).includes(names[language][3]), await page.locator('.pp-box').first().innerText());
  }
  await page.selectOption('#pp-design-status', 'ACTIVE');
  await saveByKeyboard(page);
  check('whoever is inside can be moved to it', (await page.locator('.pp').first().innerText()).includes('earlier version'), await page.locator('.pp').first().innerText());
  await page.locator('.pp-s-step').nth(1).locator('[data-of="off"]').press('Enter');
  await saveByKeyboard(page);
  check('and it is on again', (await page.locator('.pp-s-off').count()) === 0);
  page.off('dialog', leave);
}

/** What was open when a series was saved is open on the page that follows. */
async function staysOpen(page, url) {
  await page.goto(url);
  await page.locator('.pp-s-step').nth(1).locator('.pp-s-head button').first().press('Enter');
  await saveByKeyboard(page);
  check('a step stays open over a save', (await page.locator('.pp-s-step').nth(1).locator('.pp-s-body').count()) === 1);
  await page.goto(url);
  check('and is closed when the page is opened anew', (await page.locator('.pp-s-body').count()) === 0);
  for (let n = 0; n < 4; n++) {
    await page.locator('.pp-s-step').nth(n % 2).locator('button:has-text("Edit")').evaluate((button) => button.click());
  }
  check('a step opens and closes at the first press', (await page.locator('.pp-s-body').count()) === 0);
}

/** Both have the same edition before them; one saves first. */
async function twoEditors(mine, theirs, url) {
  await theirs.goto(url);
  await mine.goto(url);
  const rename = async (page, step, name) => {
    await page.locator('.pp-s-step').nth(step).locator('button:has-text("Edit")').press('Enter');
    await page.locator('.pp-s-step').nth(step).locator('[data-of="name"]').fill(name);
  };
  await rename(theirs, 0, 'Theirs');
  await Promise.all([theirs.waitForNavigation(), theirs.click('#pp-design-form .pp-d-primary')]);
  await rename(mine, 1, 'Mine');
  await mine.click('#pp-design-form .pp-d-primary');
  await mine.locator('#pp-design-told .pp-alert').waitFor();
  const told = await mine.locator('#pp-design-told').innerText();
  check('who saves second is told, with what the other one saved', told.includes('Theirs'), told);
  check('what was typed is still there', (await names(mine)).join() === '1. Second,2. Mine', (await names(mine)).join());
  await theirs.goto(url);
  check('and the other one is not overwritten', (await names(theirs)).join() === '1. Theirs,2. First', (await names(theirs)).join());
  await mine.screenshot({ path: join(shots, 'designer-conflict.png') });
  await Promise.all([mine.waitForNavigation(), mine.click('#pp-design-told button')]);
  check('one of the two is taken on purpose', (await names(mine)).join() === '1. Second,2. Mine', (await names(mine)).join());
}

/** Clicks are off in a new shop; a condition on them says so, in both languages, until they are on. */
async function clicksOff(page, shop, url) {
  for (const [language, words, link] of [['de', 'Klicks werden zurzeit nicht gemessen', 'Klicks messen'], ['en', 'Clicks are not measured', 'Measure clicks']]) {
    await page.goto(`${url}?blLocaleCode=${language}`);
    check(`nothing is said without such a condition (${language})`, (await page.locator('.pp-s-hint').count()) === 0);
    const card = page.locator('.pp-s-step').nth(1);
    await card.locator('.pp-s-head button').first().press('Enter');
    await card.locator('[data-of="condition"]').selectOption('CLICKED');
    check(`a condition on clicks says that nobody counts them (${language})`, (await card.locator('.pp-s-hint').innerText()).includes(words));
    check(`the page fits 1024 px (${language})`, (await overflow(page)) <= 0);
    await page.screenshot({ path: join(shots, `designer-clicks-${language}.png`) });
    check(`and leads to the switch (${language})`, (await card.locator('.pp-s-hint a').innerText()) === link);
  }
  page.once('dialog', (dialog) => dialog.accept());
  await page.goto(`${shop}/admin/post-purchase-sending`);
  await tick(page.locator('[name=clicks]'));
  await Promise.all([page.waitForNavigation(), page.locator('[name=clicks]').evaluate((box) => box.form.querySelector('[type=submit]').click())]);
  await page.goto(url);
  const card = page.locator('.pp-s-step').nth(1);
  await card.locator('.pp-s-head button').first().press('Enter');
  await card.locator('[data-of="condition"]').selectOption('CLICKED');
  check('once clicks are measured nothing is said', (await page.locator('.pp-s-hint').count()) === 0);
}

/** A test of two wordings is begun, refused where it makes no sense, and ended; in both languages nothing is cut off. */
async function wordings(page, shop, url) {
  await page.goto(url);
  await page.selectOption('#pp-design-status', 'ACTIVE');
  await Promise.all([page.waitForNavigation(), page.click('#pp-design-form .pp-d-primary')]);
  await Promise.all([page.waitForNavigation(), page.click('a:has-text("A/B tests")')]);
  const card = page.locator('.pp-w-card').first();
  const begin = async (...mails) => {
    await card.locator('summary').click();
    for (const [i, mail] of mails.entries()) await card.locator('[name=other]').nth(i).selectOption({ index: mail });
    await Promise.all([page.waitForNavigation(), card.locator('button:has-text("Begin")').click()]);
  };
  await begin();
  check('an A/B test of one mail is refused', (await page.locator('.pp-alert').innerText()).includes('one to three other mails'));
  const others = await card.locator('[name=other]').first().locator('option').evaluateAll((all) => all.map((o) => o.value));
  const fits = ['how-to', 'review-request', 'browse-follow-up'].map((key) => others.indexOf(key)).find((i) => i > 0) ?? 1;
  await begin(fits, fits);
  check('the same mail twice is refused by name', /^“.+” is chosen twice/.test(await page.locator('.pp-alert').innerText()), await page.locator('.pp-alert').innerText());
  await begin(fits);
  check('an A/B test begins', (await card.locator('.pp-w-verdict').innerText()).includes('Not enough people yet'), await page.locator('.pp').first().innerText());
  for (const [language, words] of [['de', 'Noch nicht genug Personen'], ['en', 'Not enough people yet']]) {
    await page.goto(`${page.url().replace(/\?.*/, '')}?blLocaleCode=${language}`);
    check(`the verdict is a sentence (${language})`, (await card.locator('.pp-w-verdict').innerText()).includes(words));
    check(`its page fits 1024 px (${language})`, (await overflow(page)) <= 0);
    if (language === 'en') await picture(page, 'wordings');
    else await page.screenshot({ path: join(shots, 'wordings-de.png'), fullPage: true });
  }
  await Promise.all([page.waitForNavigation(), page.click('a:has-text("Back to the series")')]);
  check('the series says that a test runs', (await page.locator('.pp-bar').innerText()).includes('1 running'));
  await page.goBack();
  await Promise.all([page.waitForNavigation(), card.locator('button:has-text("End without")').click()]);
  check('it is ended without a winner', (await card.innerText()).includes('without a winner'));
}

await withDemo(async (browser, shop) => {
  const desk = { viewport: { width: 1024, height: 800 } };
  const page = await (await browser.newContext(desk)).newPage();
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  await signIn(page, shop, 'admin');
  const url = await keyboard(page, shop);
  await switches(page, shop, url);
  await staysOpen(page, url);
  const other = await (await browser.newContext(desk)).newPage();
  await signIn(other, shop, 'admin');
  await twoEditors(page, other, url);
  await clicksOff(page, shop, url);
  await wordings(page, shop, url);
  check('no script of the pages failed', errors.length === 0, errors.join('; '));
});
