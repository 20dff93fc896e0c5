// Visits every page of the plugin that a shopper or a merchant can reach by links, in both languages, and looks for
// what nobody should see: broken pages, errors of scripts, requests to other hosts, names of keys and enums, barriers
// (axe-core: serious and critical), and pages wider than the screen (320 px for shoppers, 1024 px for merchants).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { check, mailsOf, order, eventually, overflow, picture, shots, signIn, withDemo } from './demo.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RAW = /PostPurchase_\w+|\?\?[\w.]+\?\?|[$#]\{[^}]*\}|\b[A-Z]{3,}_[A-Z_]{2,}\b|\[object Object\]|\bundefined\b|\bNaN\b/;
/** What merchants read and write as it is: keys of templates' placeholders and of events. */
const MAY_BE_RAW = /\$\{[\w.]+\}|REFERRAL_SHARED|CHECK_IN/g;
/** The expert view of a template shows its Velocity. */
const EXPERT = /\/admin\/post-purchase-templates\/\d/;
/** Pictures of the guides that need nothing done before, taken when GUIDE_PICTURES says where to; by path. */
const PICTURES = {
  '/admin/post-purchase-content': 'content',
  '/admin/post-purchase-recommendations': 'recommendations',
  '/admin/post-purchase-mails': 'mails',
  '/admin/post-purchase-presets': 'presets',
  '/admin/post-purchase-people': 'people',
  '/admin/post-purchase-home/effect': 'effect',
  '/admin/post-purchase-sending': 'sending',
  '/admin/post-purchase-enrollments/dry-run': 'dry-run',
  '/admin/post-purchase-enrollments/backfill': 'past-buyers',
  '/admin/post-purchase-enrollments/why': 'why',
  '/admin/post-purchase-points': 'points',
  '/admin/post-purchase-points/simulation': 'simulation',
};
/** LOOK_ONLY: shopper, merchant, or pictures, which visits only the pages above. */
const ONLY = process.env.LOOK_ONLY;
const MOST_PAGES = Number(process.env.LOOK_MOST ?? 200);

class Look {
  constructor(context, shop, { languages, root, isOurs, name, chosen }) {
    Object.assign(this, { context, shop, languages, root, isOurs, name, chosen });
    this.differing = 0;
    this.seen = new Set();
    this.queue = [];
  }

  add(url, from) {
    const clean = url.replace(/#.*/, '');
    if (!clean.startsWith(this.shop) || !this.isOurs(clean.slice(this.shop.length))) return;
    if (ONLY === 'pictures' && !PICTURES[new URL(clean).pathname]) return;
    const kind = clean.replace(/(?<=[/=])(?=[^/=&]*[A-Z0-9.])[\w.-]{16,}/g, 'T').replace(/\d+/g, 'N').replace(/=[^&]*/g, '=');
    if (this.seen.has(kind)) return; // one page of each kind
    this.seen.add(kind);
    this.queue.push([clean, from]);
  }

  async all() {
    const page = await this.context.newPage();
    const said = [];
    page.on('console', (m) => m.type() === 'error' && said.push(`${m.text()} ${m.location().url}`));
    page.on('pageerror', (e) => said.push(String(e)));
    page.on('request', (r) => /^https?:/.test(r.url()) && !r.url().startsWith(this.shop) && said.push(`request to ${r.url()}`));
    let visited = 0;
    while (this.queue.length && visited < MOST_PAGES) {
      const [url, from] = this.queue.shift();
      visited++;
      for (const language of this.languages) {
        said.length = 0;
        await page.setExtraHTTPHeaders({ 'Accept-Language': language });
        const asked = this.chosen ? `${url}${url.includes('?') ? '&' : '?'}blLocaleCode=${language.slice(0, 2)}` : url;
        const answer = await page.goto(asked, { waitUntil: 'load' }).catch((e) => ({ status: () => String(e), headers: () => ({}) }));
        if (!/html/.test(answer.headers()['content-type'] ?? 'html')) break;
        await this.one(page, answer, `${this.name} ${language} ${url.slice(this.shop.length)} (from ${from})`, said, language);
      }
      const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.href)).catch(() => []);
      links.forEach((link) => this.add(link.replace(/[?&]blLocaleCode=\w+/, ''), url.slice(this.shop.length)));
    }
    const most = this.chosen === 'ours' ? visited / 2 : 3; // a shop's own pages are in the language of its theme
    check(`${this.name}: the languages are different ones`, this.differing > most, `${this.differing} of ${visited} pages`);
    check(`${this.name}: all pages were visited`, this.queue.length === 0, `${this.queue.length} left, such as ${this.queue[0]}`);
    await page.close();
  }

  async one(page, answer, what, said, language) {
    const faults = [];
    if (answer.status() !== 200) faults.push(`answered ${answer.status()}`);
    faults.push(...said.filter((s) => !/favicon/.test(s)).slice(0, 3));
    const text = await page.locator(this.root).evaluateAll((all) => {
      const code = document.querySelectorAll('pre, code, textarea');
      code.forEach((c) => c.style.setProperty('visibility', 'hidden'));
      const text = all.map((e) => e.innerText).join('\n');
      code.forEach((c) => c.style.removeProperty('visibility'));
      return text;
    }).catch(() => '');
    if (language === this.languages[0]) this.first = text;
    else if (text !== this.first) this.differing++;
    const raw = EXPERT.test(what) ? null : text.replace(MAY_BE_RAW, '').match(RAW);
    if (raw) faults.push(`shows "${raw[0]}" in "${text.slice(Math.max(0, raw.index - 30), raw.index + 50).replace(/\s+/g, ' ')}"`);
    const name = process.env.GUIDE_PICTURES && language === this.languages[0] && PICTURES[new URL(page.url()).pathname];
    if (name) await picture(page, name);
    const hidden = await page.locator(this.root).evaluateAll((all) => all.flatMap((each) => [each, ...each.querySelectorAll('*')])
      .filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
      .filter((e) => e.closest('.pp, [class*="pp-"]')) // what is the shop's own is not ours
      .filter((e) => e.tagName !== 'TEXTAREA' && !(e.tabIndex === 0 && (e.getAttribute('aria-label') ?? e.tagName === 'PRE')))
      .map((e) => `${e.tagName}.${e.className}`)).catch(() => []);
    if (hidden.length) faults.push(`scrolls and is not reached by keyboard under a name: ${hidden.slice(0, 3)}`);
    const wide = await overflow(page);
    if (wide > 0) faults.push(`is ${wide} px wider than the screen`);
    if (language === this.languages[0] && answer.status() === 200) faults.push(...(await this.barriers(page)));
    if (!faults.length) check(what, true);
    else {
      check(what, false, faults.join(' · '));
      await page.screenshot({ path: `${shots}/look-${this.name}-${what.replace(/\W+/g, '-').slice(0, 80)}.png`, fullPage: true }).catch(() => {});
    }
  }

  async barriers(page) {
    if (!(await page.locator(this.root).count())) return [];
    await page.evaluate(axe);
    const found = await page.evaluate(
      (root) => window.axe.run({ include: [[root]] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }),
      this.root,
    );
    return found.violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 2).join(', ')}`);
  }
}

async function shoppers(browser, shop) {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const email = 'look@example.com';
  const number = await order(page, shop, email);
  const confirmation = page.url();
  await page.goto(`${shop}/register`);
  for (const [name, value] of Object.entries({
    'customer.firstName': 'Mia', 'customer.lastName': 'Voss', 'customer.emailAddress': email, password: 'look-at-it-1', passwordConfirm: 'look-at-it-1',
  })) await page.fill(`[name="${name}"]`, value);
  await page.locator('form[action*="register"] [type=submit]').first().click();
  await page.waitForLoadState('networkidle');
  for (const action of ['ship', 'deliver']) await fetch(`${shop}/orders/${number}/${action}`, { method: 'POST' });
  for (const advance of ['P2D', 'P8D', 'P11D', 'P7D']) await fetch(`${shop}/clock`, { method: 'POST', body: new URLSearchParams({ advance }) });
  await eventually(async () => (await mailsOf(shop, email)).length >= 3);
  if (ONLY === 'pictures') return context.close();
  const look = new Look(context, shop, {
    name: 'shopper', languages: ['en-GB', 'de-DE'],
    root: 'main, body > :not(script):not(style)',
    chosen: 'theirs', // the host keeps for a visit what was chosen first
    isOurs: (path) => /post-purchase|^\/account|^\/confirmation|^\/cart|^\/checkout|^\/coffee\/harbour-espresso$/.test(path) && !/^\/admin|logout|\/pixel/.test(path),
  });
  look.add(confirmation, 'the order');
  for (const path of ['/coffee/harbour-espresso', '/account', '/account/points', '/cart', '/checkout']) look.add(shop + path, 'the start');
  for (const mail of await mailsOf(shop, email)) {
    for (const [, link] of mail.html.matchAll(/href="(https?:[^"]+)"/g)) look.add(link.replaceAll('&amp;', '&'), `the mail "${mail.subject}"`);
  }
  await look.all();
  await context.close();
}

async function merchants(browser, shop) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 800 } });
  const page = await context.newPage();
  await signIn(page, shop, 'admin');
  const look = new Look(context, shop, {
    name: 'merchant', languages: ['en-GB', 'de-DE'],
    chosen: 'ours', // the host's admin goes by what a user has chosen, not by the browser
    root: process.env.LOOK_ROOT ?? '.pp, .pp-screen, [class^="pp-"], [class*=" pp-"]',
    isOurs: (path) => /^\/admin\/(post-purchase|pp-)/.test(path) && !/\.csv|logout|download/.test(path),
  });
  const menu = await page.locator('a[href*="post-purchase"]').evaluateAll((all) => all.map((a) => a.href));
  menu.forEach((link) => look.add(link, 'the menu'));
  check('the menu has sections of the plugin', menu.length > 5, `${menu.length}`);
  if (ONLY === 'pictures') Object.keys(PICTURES).forEach((path) => look.add(shop + path, 'the guides'));
  const filled = ['enrollments/dry-run?series=1', 'enrollments/backfill?series=1', 'enrollments/why?person=look%40example.com', 'people?q=look%40'];
  if (ONLY === 'pictures') filled.forEach((path) => look.add(`${shop}/admin/post-purchase-${path}`, 'the guides'));
  await look.all();
  await context.close();
}

await withDemo(async (browser, shop) => {
  if (ONLY !== 'merchant') await shoppers(browser, shop);
  if (ONLY !== 'shopper') await merchants(browser, shop);
});
