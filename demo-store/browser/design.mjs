// What a merchant does first, with only what is on screen: colours and a logo for every mail, a series of three mails of
// their own, live, and its tests received. Starts the demo store laid out by `mvn package`.
import { join } from 'node:path';
import { check, shots, withDemo } from './demo.mjs';

const LOGO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAYAAAA16j4lAAAAhUlEQVR42u3awQkAIQxFwXRinynHRk0LOeRgYBb2+sA/eDOi+eW5r/Pr7ewZELABAesB1gOsB1gPsJ4BARvw/55h3EwDAtYDrAdYD7AeYD0DAjYgYL0dwIbRMyBgAwLWA6wHWA+wHmA9BwZsQG+y9NxMPcB6gPUcGLABAesB1gOsB1hvrFep/ODt/Bi+WgAAAABJRU5ErkJggg==', 'base64');

async function brand(page, shop) {
  await page.goto(`${shop}/admin/post-purchase-brand`);
  await page.fill('#pp-brand-accent', '#ff7a00');
  await page.locator('#pp-brand-contrast button').first().waitFor();
  check('colours that cannot be read are named', (await page.locator('#pp-brand-contrast p').count()) === 2);
  await page.fill('#pp-brand-accent', '#7a1fa2');
  await page.locator('#pp-brand-contrast').waitFor({ state: 'hidden' });
  await page.setInputFiles('#pp-brand-logo-file', { name: 'logo.png', mimeType: 'image/png', buffer: LOGO });
  await page.fill('#pp-brand-footer', 'Fennbrook; 1 Mill Lane; Bristol');
  await page.waitForFunction(() => document.getElementById('pp-brand-logo-data').value !== '');
  await page.click('button[type=submit]:has-text("Save the brand")');
  await page.locator('#pp-brand-form').waitFor();
  check('the brand is saved', (await page.inputValue('#pp-brand-accent')) === '#7a1fa2', await page.locator('.pp').innerText());
  await page.screenshot({ path: join(shots, 'design-brand.png'), fullPage: true });
}

async function mail(page, shop, name) {
  await page.goto(`${shop}/admin/post-purchase-mails`);
  await page.fill('#pp-m-name', name);
  await page.click('button:has-text("Add the mail")');
  await page.locator('#pp-mail-editor .pp-e-block').first().waitFor();
  await page.locator('#pp-mail-editor [data-block="-1"] input').first().fill(`${name} from {{shop.name}}`);
  await page.locator('.pp-e-add button:has-text("Products")').click();
  await page.click('button:has-text("Save the mail")');
  await page.locator('.pp-e-told').waitFor();
  await page.screenshot({ path: join(shots, 'design-mail.png'), fullPage: true });
}

async function series(page, shop, mails) {
  await page.goto(`${shop}/admin/post-purchase-designer`);
  await page.fill('#pp-s-name', 'My first series');
  await page.selectOption('#pp-s-trigger', 'ANY_ORDER');
  await page.click('button:has-text("Add the series")');
  for (const [i, name] of mails.entries()) {
    await page.click('button:has-text("Add a message")');
    const card = page.locator('.pp-s-step').nth(i);
    await card.locator('[data-of="name"]').fill(name);
    await card.locator('[data-of="template"]').selectOption({ label: name });
  }
  check('the time line has three steps', (await page.locator('.pp-s-strip circle').count()) === 3);
  await page.selectOption('#pp-design-status', 'ACTIVE');
  check('the page says what this does', (await page.locator('#pp-design-effect').innerText()).includes('from now on'));
  await Promise.all([page.waitForNavigation(), page.click('#pp-design-form .pp-d-primary')]);
  const text = await page.locator('.pp').first().innerText();
  check('the series is live', text.includes('Active') && !text.includes('Not live'), text);
  await page.screenshot({ path: join(shots, 'design-series.png'), fullPage: true });
  await page.click('button:has-text("Send this series as tests")');
  await page.locator('#pp-design-editor').waitFor();
}

await withDemo(async (browser, shop) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  await page.goto(`${shop}/admin/login`);
  await page.fill('[name=j_username]', 'admin');
  await page.fill('[name=j_password]', 'admin');
  await page.locator('form[action*="login"] [type=submit]').first().click();
  await page.waitForLoadState('networkidle');
  await brand(page, shop);
  const mails = ['Hello', 'How is it going', 'Come again'];
  for (const name of mails) await mail(page, shop, name);
  await series(page, shop, mails);
  const box = await (await fetch(`${shop}/mailbox.json`)).json();
  const tests = box.filter((each) => /^\[\d\/3\]/.test(each.subject));
  check('three tests were received', tests.length === 3, JSON.stringify(box.map((each) => each.subject)));
  check('colours, logo and footer are in each', tests.every((each) => each.html.includes('#7a1fa2') && each.html.includes('/post-purchase/brand/') && each.html.includes('Mill Lane')));
  check('no script of the pages failed', errors.length === 0, errors.join('; '));
});
