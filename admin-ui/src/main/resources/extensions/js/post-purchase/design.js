import { body, guard, make, post } from "./kit.js";
import { timeLine } from "./timeline.js";

const form = document.getElementById("pp-design-form");
const root = document.getElementById("pp-design-editor");
const told = document.getElementById("pp-design-told");
const state = document.getElementById("pp-design-state");
const status = document.getElementById("pp-design-status");
const effect = document.getElementById("pp-design-effect");
const setup = JSON.parse(root.dataset.setup);
const counts = JSON.parse(root.dataset.counts);
const effects = JSON.parse(root.dataset.effects);
const words = setup.words;
const may = root.dataset.may === "true";
let design = JSON.parse(root.dataset.form);
setup.conditions.forEach((each) => { if (each.value === "ALWAYS") { each.label = words.Always; } });
let faults = [];
/** What was open when the page was drawn anew after a save; at once forgotten. */
const KEPT = "pp-design-open:" + root.dataset.base;
const open = new Set(JSON.parse(sessionStorage.getItem(KEPT) || "[]"));
sessionStorage.removeItem(KEPT);
const unsaved = guard(form);
let strip;

const label = (list, value) => (list.find((each) => each.value === value) || { label: value }).label;
const trigger = () => setup.triggers.find((each) => each.value === design.series.trigger);
const byKey = (key) => design.steps.find((each) => each.key === key);

function changed() {
  unsaved.touch();
  if (state) { state.textContent = words.Unsaved; }
  if (strip) { strip.replaceWith(strip = timeLine(design, setup)); }
}

let ids = 0;
function control(text, of, name, kind, options) {
  const id = "pp-s" + ++ids;
  let input;
  if (kind === "tick") {
    input = make("input", { type: "checkbox", id, checked: of[name] === "true", disabled: !may });
    input.addEventListener("change", () => { of[name] = String(input.checked); after(); });
    input.dataset.of = name;
    return make("label", { htmlFor: id, className: "pp-s-tick" }, input, make("span", {}, text));
  }
  if (kind === "select") {
    const known = options.some((each) => each.value === (of[name] || ""));
    input = make("select", { id, disabled: !may },
      (known || !of[name] ? options : options.concat([{ value: of[name], label: of[name] }]))
        .map((each) => make("option", { value: each.value, selected: each.value === (of[name] || "") }, each.label)));
    input.addEventListener("change", () => { of[name] = input.value; after(); });
  } else {
    input = make("input", { id, type: kind, value: of[name] || "", disabled: !may });
    if (kind === "number") { input.min = "0"; input.step = "1"; }
    if (kind === "text") { input.maxLength = 120; }
    input.addEventListener("input", () => { of[name] = input.value; changed(); retitle(of); });
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); } });
  }
  function after() { changed(); if (kind === "select") { redraw(id); } }
  input.dataset.of = name;
  return make("div", {}, make("label", { htmlFor: id }, text), input);
}

/** Draws again and leaves the focus where it was: on the same field of the same step. */
function redraw() {
  const at = document.activeElement;
  const card = at && at.closest("[data-step]");
  const name = at && at.dataset.of;
  draw();
  const again = name && (card
    ? root.querySelector(`[data-step="${card.dataset.step}"] [data-of="${name}"]`)
    : root.querySelector(`.pp-s-begin [data-of="${name}"]`));
  if (again) { again.focus(); }
}

function retitle(step) {
  const card = step.key && root.querySelector(`[data-step="${step.key}"] .pp-s-head div`);
  if (card) { card.replaceChildren(...title(step)); }
}

const counted = (number, one, many) => number + " " + (number === 1 ? one : many);

/** "After delivery, 3 days", "2 days before", or "at once". */
function delay(step) {
  const days = Number(step.delayDays || 0);
  const hours = Number(step.delayHours || 0);
  const parts = [days ? counted(days, words.Day, words.Days) : "", hours ? counted(hours, words.Hour, words.Hours) : ""];
  return parts.filter(Boolean).join(" ") || words.AtOnce;
}

function when(step) {
  const anchor = label(setup.anchors, step.anchor);
  const awaited = step.anchor === "MOMENT" && step.waitsFor ? ": " + label(setup.triggers, step.waitsFor) : "";
  const some = Number(step.delayDays || 0) + Number(step.delayHours || 0) > 0;
  const wait = some ? (step.anchor === "DAY_AHEAD" ? "" : "+ ") + delay(step) : delay(step);
  return anchor + awaited + ", " + wait + (step.windowFrom ? " \u00b7 " + step.windowFrom + "\u2013" + (step.windowTo || "") : "");
}

function title(step) {
  const what = step.kind === "BRANCH"
    ? words.NewBranch
    : (step.template ? label(setup.templates, step.template) : words.ChooseMail) + (step.offer ? " \u00b7 " + words.Offer + " " + step.offer : "");
  const other = step.conditionStep && byKey(step.conditionStep);
  const only = step.condition && step.condition !== "ALWAYS"
    ? label(setup.conditions, step.condition) + (other ? ": " + other.name : "") : "";
  const people = step.segment ? label(setup.segments, step.segment) : "";
  return [
    make("b", {}, (design.steps.indexOf(step) + 1) + ". " + (step.name || words.NewStep)),
    make("span", {}, when(step) + " \u00b7 " + what),
    only || people ? make("span", { className: "pp-s-if" }, words.If + ": " + [only, people].filter(Boolean).join(" \u00b7 ")) : "",
    step.only ? make("span", { className: "pp-s-if" }, words.Only + " " + step.only) : "",
  ];
}

function begin() {
  const s = design.series;
  const all = [{ value: "", label: words.Everybody }].concat(setup.segments);
  const ends = [{ value: "", label: words.Never }].concat(setup.triggers);
  return make("div", { className: "pp-d-panel pp-s-begin" },
    make("div", { className: "pp-d-grid" },
      control(words.Series_Name, s, "name", "text"),
      control(words.Series_TriggerKey, s, "trigger", "select", setup.triggers),
      control(words.Series_SegmentKey, s, "segment", "select", all),
      control(words.Series_ReEntry, s, "reEntry", "select", setup.reEntries),
      s.reEntry === "EACH_PERIOD" ? control(words.Series_PeriodDays, s, "periodDays", "number") : null,
      control(words.Series_Priority, s, "priority", "number")),
    make("fieldset", { className: "pp-s-ends" },
      make("legend", {}, words.Ends),
      make("div", { className: "pp-d-grid" },
        ["exitOptedOut", "exitOrderedAgain", "exitOrderCancelled", "exitAllReturned"].map((name) => control(words["Who_" + name], s, name, "tick"))),
      make("div", { className: "pp-d-grid pp-s-else" }, control(words.OrElse, s, "endsOn", "select", ends))));
}

function fields(step) {
  const branch = step.kind === "BRANCH";
  const begins = trigger();
  const anchors = begins
    ? setup.anchors.filter((each) => begins.anchors.includes(each.value) || each.value === step.anchor) : setup.anchors;
  const others = [{ value: "", label: words.Nothing }].concat(
    design.steps.filter((each) => each !== step).map((each) => ({ value: each.key, label: each.name })));
  const mails = setup.templates.filter((each) => !each.archived || each.value === step.template);
  const chosen = setup.templates.find((each) => each.value === step.template);
  const asks = !["ALWAYS", "HAPPENED", "NOT_HAPPENED", "REVIEW_OPEN"].includes(step.condition);
  const group = (legend, ...parts) => make("fieldset", {}, make("legend", {}, legend),
    make("div", { className: "pp-d-grid" }, parts));
  return make("div", { className: "pp-s-body" },
    group(words.What,
      control(words.SeriesStep_Name, step, "name", "text"),
      branch ? null : control(words.SeriesStep_TemplateKey, step, "template", "select", step.template ? mails : [{ value: "", label: words.ChooseMail }].concat(mails)),
      branch ? null : control(words.SeriesStep_Purpose, step, "purpose", "select", setup.purposes),
      branch || setup.channels.length < 2 ? null : control(words.SeriesStep_Channel, step, "channel", "select", setup.channels),
      branch || !begins || !begins.aboutOrder ? null : control(words.SeriesStep_AboutProducts, step, "aboutProducts", "tick")),
    branch || !chosen ? null : make("p", { className: "pp-note", style: "margin: 0;" },
      make("a", { href: root.dataset.mails + "/" + chosen.id }, words.ToMail)),
    group(words.When,
      control(words.SeriesStep_Anchor, step, "anchor", "select", anchors),
      control(words.SeriesStep_DelayDays, step, "delayDays", "number"),
      control(words.SeriesStep_DelayHours, step, "delayHours", "number"),
      step.anchor === "MOMENT" ? control(words.SeriesStep_WaitsFor, step, "waitsFor", "select", [{ value: "", label: words.Nothing }].concat(setup.triggers)) : null,
      step.anchor === "MOMENT" ? control(words.SeriesStep_WaitDays, step, "waitDays", "number") : null,
      step.anchor === "MOMENT" ? control(words.SeriesStep_Goal, step, "goal", "tick") : null,
      step.anchor === "DELIVERED" ? control(words.SeriesStep_FallbackDays, step, "fallbackDays", "number") : null,
      step.anchor === "DELIVERED" ? control(words.SeriesStep_FallbackDaysAbroad, step, "fallbackDaysAbroad", "number") : null,
      branch ? null : control(words.SeriesStep_WindowFrom, step, "windowFrom", "time"),
      branch ? null : control(words.SeriesStep_WindowTo, step, "windowTo", "time"),
      branch ? null : control(words.SeriesStep_ValidHours, step, "validHours", "number")),
    group(words.If,
      control(words.SeriesStep_ConditionType, step, "condition", "select", setup.conditions),
      asks ? control(words.SeriesStep_ConditionStep, step, "conditionStep", "select", others) : null,
      control(words.SeriesStep_SegmentKey, step, "segment", "select", [{ value: "", label: words.Everybody }].concat(setup.segments))),
    step.id ? make("p", { className: "pp-note", style: "margin: 0;" }, make("a", { href: root.dataset.steps + "/" + step.id }, words.More)) : null);
}

const NEEDS = ["STEP_SENT", "CLICKED", "CODE_USED", "REWARD_UNUSED"];

/** What becomes of a step that is off, and of those that can then never act. */
function passedOver(step) {
  const branch = step.kind === "BRANCH";
  const goal = step.anchor === "MOMENT" && step.goal === "true";
  const needing = branch ? [] : design.steps.filter((each) => each.conditionStep === step.key && NEEDS.includes(each.condition) && each.off !== "true");
  return words[branch ? "OffBranch" : goal ? "OffGoal" : "Off"]
    + (needing.length ? " " + words.OffToo + " " + needing.map((each) => each.name).join(", ") + "." : "");
}

function icon(text, name, disabled, onclick) {
  return make("button", { type: "button", className: "pp-d-small pp-d-icon", disabled, title: name, "aria-label": name, onclick }, text);
}

function card(step, at) {
  const name = step.name || words.NewStep;
  const move = (to) => {
    design.steps.splice(at, 1);
    design.steps.splice(to, 0, step);
    changed();
    draw();
    const again = root.querySelector(`[data-step="${step.key}"] .pp-s-head button`);
    if (again) { again.focus(); }
  };
  const mine = faults.filter((each) => each.step === step.key);
  const count = counts[step.key];
  const way = step.condition === "BRANCH_YES" || step.condition === "BRANCH_NO";
  const isOpen = open.has(step.key);
  const off = step.off === "true";
  const toWhom = (count && count[off ? "on" : "off"]) || words[off ? "OnNobody" : "OffNobody"];
  return make("li", {
    className: "pp-s-step" + (step.kind === "BRANCH" ? " pp-s-branch" : "") + (way ? " pp-s-way" : "") + (off ? " pp-s-off" : "") + (mine.length ? " pp-s-bad" : ""),
    "data-step": step.key,
  }, make("div", { className: "pp-s-card" },
    make("div", { className: "pp-s-head" },
      make("div", {}, title(step)),
      make("button", {
        type: "button", className: "pp-d-small", "aria-expanded": String(isOpen), "aria-label": words.Edit + ": " + name,
        onclick() { if (isOpen) { open.delete(step.key); } else { open.add(step.key); } draw(); root.querySelector(`[data-step="${step.key}"] .pp-s-head button`).focus(); },
      }, words.Edit),
      may ? [
        make("button", {
          type: "button", className: "pp-d-small", "data-of": "off", title: toWhom,
          "aria-label": words[off ? "SwitchOn" : "SwitchOff"] + ": " + name + ". " + toWhom,
          onclick() { step.off = String(!off); changed(); redraw(); },
        }, words[off ? "SwitchOn" : "SwitchOff"]),
        icon("\u2191", words.Up + ": " + name, at === 0, () => move(at - 1)),
        icon("\u2193", words.Down + ": " + name, at === design.steps.length - 1, () => move(at + 1)),
        icon(words.Copy, words.Copy + ": " + name, false, () => {
          const copy = { ...step, id: "", copyOf: step.id, name: (step.name + " 2").slice(0, 120) };
          copy.key = freeKey(copy.name);
          design.steps.splice(at + 1, 0, copy);
          open.add(copy.key);
          changed();
          draw();
        }),
        icon("\u00d7", words.Remove + ": " + name, false, () => {
          const named = design.steps.find((each) => each !== step && each.conditionStep === step.key);
          if (named) {
            say("pp-alert", words.RemoveNamed + " " + named.name);
            return;
          }
          design.steps.splice(at, 1);
          changed();
          draw();
        }),
      ] : null),
    off ? make("p", { className: "pp-s-offnote" }, passedOver(step), count && count.off ? " " + count.off : "") : null,
    mine.length ? make("p", { className: "pp-reason", role: "alert", style: "margin: 0; padding: 0 14px 10px;" }, mine.map((each) => each.text).join(" ")) : null,
    !setup.clicksMeasured && (step.condition === "CLICKED" || step.condition === "NOT_CLICKED")
      ? make("p", { className: "pp-note pp-s-hint", style: "margin: 0; padding: 0 14px 10px;" }, words.ClicksOff + " ",
        make("a", { href: root.dataset.sending }, words.ClicksOn)) : null,
    isOpen ? fields(step) : null,
    step.kind === "BRANCH" && may ? make("div", { className: "pp-d-row pp-s-ways" },
      make("button", { type: "button", className: "pp-d-small", onclick() { add("MESSAGE", "BRANCH_YES", step); } }, "+ " + words.AddYes),
      make("button", { type: "button", className: "pp-d-small", onclick() { add("MESSAGE", "BRANCH_NO", step); } }, "+ " + words.AddNo)) : null,
    count ? make("div", { className: "pp-s-count" }, make("span", {}, count.text), count.silent.map((each) => make("span", {}, each))) : null));
}

/** A key that no step of this series ever had: what happened to a removed one stays its own. Screens leave out what follows "--". */
function freeKey(name) {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 28).replace(/^-+|-+$/g, "") || "step";
  for (let time = Date.now(); ; time++) {
    const key = plain + "--" + time.toString(36);
    if (!byKey(key)) { return key; }
  }
}

function add(kind, way, branch) {
  const begins = trigger();
  const order = begins && begins.aboutOrder;
  const anchors = begins ? begins.anchors : ["SUBMITTED"];
  const last = design.steps[design.steps.length - 1];
  const name = (kind === "BRANCH" ? words.NewBranch : words.NewStep) + " " + (design.steps.length + 1);
  const anchor = last && anchors.includes(last.anchor) && last.anchor !== "MOMENT" && last.anchor !== "BRANCH"
    ? last.anchor : order ? "DELIVERED" : anchors.find((each) => each === "HAPPENED" || each === "DAY_AHEAD") || anchors[0];
  const step = {
    id: "", key: freeKey(name), name, kind, anchor,
    delayDays: last && last.anchor === anchor ? String(Number(last.delayDays || 0) + 3) : "0", delayHours: "0",
    fallbackDays: "7", fallbackDaysAbroad: "21", windowFrom: "", windowTo: "", validHours: "24",
    channel: setup.channels[0].value, purpose: order ? "MARKETING" : "TRANSACTIONAL",
    template: "",
    aboutProducts: "false", condition: "ALWAYS", conditionStep: "", waitsFor: "", waitDays: "", goal: "false", segment: "", off: "false",
  };
  if (kind === "BRANCH") {
    step.condition = last ? "STEP_SENT" : "REVIEW_OPEN";
    step.conditionStep = last ? last.key : "";
  }
  if (way) {
    Object.assign(step, { anchor: "BRANCH", delayDays: "0", condition: way, conditionStep: branch.key });
  }
  let at = design.steps.length;
  if (way) {
    at = design.steps.indexOf(branch) + 1;
    while (at < design.steps.length && design.steps[at].conditionStep === branch.key) { at++; }
  }
  design.steps.splice(at, 0, step);
  open.clear();
  open.add(step.key);
  changed();
  draw();
  root.querySelector(`[data-step="${step.key}"] [data-of="name"]`).focus();
}

function draw() {
  strip = timeLine(design, setup);
  root.replaceChildren(
    make("div", { className: "pp-d", style: "display: block;" },
      begin(),
      make("div", { className: "pp-s-strip", hidden: !design.steps.length }, strip),
      design.steps.length
        ? make("ol", { className: "pp-s-list" }, design.steps.map(card))
        : make("p", { className: "pp-empty" }, words.NoSteps),
      may ? make("div", { className: "pp-d-row", style: "margin: 0 0 18px;" },
        make("button", { type: "button", className: "pp-d-small", onclick() { add("MESSAGE"); } }, "+ " + words.AddMail),
        make("button", { type: "button", className: "pp-d-small", onclick() { add("BRANCH"); } }, "+ " + words.AddBranch)) : ""));
}

function say(className, ...parts) {
  told.replaceChildren(make("div", { className }, parts));
}

function showStatus() {
  effect.textContent = effects[status.value];
}

if (status) {
  setup.statuses.forEach((each) => status.append(make("option", { value: each.value, selected: each.value === design.series.status }, each.label)));
  status.addEventListener("change", showStatus);
  showStatus();
}

async function save(edition) {
  if (state) { state.textContent = words.Saving; }
  try {
    const answer = await post(root.dataset.base + "/save",
      body(form, { design: JSON.stringify(design), edition: edition || form.elements.edition.value }));
    if (answer.conflict) {
      conflict(answer);
    } else if (answer.edition) {
      unsaved.done();
      sessionStorage.setItem(KEPT, JSON.stringify([...open]));
      window.location.reload();
    } else {
      faults = answer.problems;
      faults.forEach((each) => { if (each.step) { open.add(each.step); } });
      draw();
      say("pp-alert", answer.broken || "", make("ul", { style: "margin: 0 0 0 18px;" }, faults.map((each) => make("li", {}, each.text))));
      told.scrollIntoView({ block: "center" });
      if (state) { state.textContent = words.Unsaved; }
    }
  } catch (gone) {
    say("pp-alert", words.Gone);
  }
}

/** Both are shown, theirs beside one's own, and nothing is lost. */
function conflict(answer) {
  unsaved.touch();
  const theirs = answer.form;
  say("pp-alert", make("p", {}, answer.conflict),
    theirs ? make("ol", { style: "margin: 0 0 10px 18px;" }, theirs.steps.map((each) => make("li", {}, each.name + " \u00b7 " + when(each)))) : "",
    theirs ? make("button", {
      type: "button", className: "pp-d-small",
      onclick() {
        const known = new Set(theirs.steps.map((each) => each.id));
        design.steps.forEach((each) => { if (each.id && !known.has(each.id)) { each.id = ""; } });
        save(answer.edition);
      },
    }, words.UseMine) : "");
  told.scrollIntoView({ block: "center" });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});

draw();
