import { body, guard, mailFrame, make, post, soon } from "./kit.js";

const form = document.getElementById("pp-mail-form");
const root = document.getElementById("pp-mail-editor");
const side = document.getElementById("pp-mail-preview");
const told = document.getElementById("pp-mail-told");
const state = document.getElementById("pp-mail-state");
const order = document.getElementById("pp-mail-order");
const setup = JSON.parse(root.dataset.setup);
const words = setup.words;
const may = root.dataset.may === "true";
let draft = JSON.parse(root.dataset.draft);
const composed = Array.isArray(draft.blocks);
let marks = [];
const folded = new WeakSet();
const unsaved = guard(form);

const kindOf = (key) => setup.kinds.find((kind) => kind.key === key);
const sent = (more) => body(form, { draft: JSON.stringify(draft), ...more });

const refresh = soon(async (isLast) => {
  try {
    const answer = await post(root.dataset.base + "/preview", sent({
      dark: frame.dark(), order: order ? order.value.trim() : "",
    }));
    if (isLast()) {
      show(answer);
    }
  } catch (gone) {
    say("pp-alert", words.Gone);
  }
});
const frame = mailFrame(side, refresh);

function show(answer) {
  mark(answer.problems || []);
  if (answer.html === undefined) {
    return;
  }
  frame.show(answer.html);
  document.getElementById("pp-mail-subject").textContent = answer.subject;
  document.getElementById("pp-mail-text").textContent = answer.text;
  document.getElementById("pp-mail-size").textContent = answer.size;
  document.getElementById("pp-mail-hints").replaceChildren(
    ...answer.hints.map((hint) => make("li", {}, hint)));
}

function say(className, ...parts) {
  told.replaceChildren(...parts.length ? [make("div", { className }, ...parts)] : []);
}

function mark(problems) {
  marks = problems;
  root.querySelectorAll("[data-block]").forEach((card) => {
    const mine = problems.filter((each) => String(each.block) === card.dataset.block);
    card.classList.toggle("pp-e-bad", mine.length > 0);
    card.querySelectorAll("[data-fault]").forEach((slot) => {
      const fault = mine.filter((each) => each.field === slot.dataset.fault);
      slot.textContent = fault.map((each) => each.short).join(" ");
    });
  });
}

function changed() {
  unsaved.touch();
  if (state) {
    state.textContent = words.Unsaved;
  }
  refresh();
}

let ids = 0;
function field(of, target, block) {
  const id = "pp-mail-f" + ++ids;
  const multi = of.type === "TEXT";
  let input;
  if (of.type === "CHOICE") {
    input = make("select", { id, disabled: !may },
      of.choices.map((each) => make("option", {
        value: each.value, selected: each.value === (target[of.name] || of.choices[0].value),
      }, each.label)));
  } else {
    input = make(multi ? "textarea" : "input", {
      id, disabled: !may, value: target[of.name] || "", maxLength: of.most,
      "aria-required": String(of.required),
    });
    if (!multi) {
      input.type = "text";
    }
  }
  input.addEventListener("input", () => { target[of.name] = input.value; changed(); });
  if (!multi) {
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" && input.tagName === "INPUT") { event.preventDefault(); } });
  }
  const help = { URL: words.LinkHelp, PICTURE: words.PictureHelp }[of.type];
  return make("div", {},
    make("label", { htmlFor: id }, of.label + (of.required ? " *" : "")),
    input,
    help ? make("span", { className: "pp-note" }, help) : null,
    may && (of.type === "LINE" || multi) ? picker(input, setup.texts, multi) : null,
    may && of.type === "URL" ? picker(input, setup.links, false) : null,
    make("span", { className: "pp-reason", role: "alert", "data-fault": of.name }));
}

function put(input, before, after = "") {
  const from = input.selectionStart;
  const to = input.selectionEnd;
  input.setRangeText(before + input.value.slice(from, to) + after, from, to, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.focus();
}

/** Fields by their names; one that may be unknown brings words for that along. */
function picker(input, fields, rich) {
  const choose = make("select", { "aria-label": words.Insert },
    make("option", { value: "" }, words.Insert),
    fields.map((each) => make("option", { value: each.name }, each.label)));
  choose.addEventListener("change", (event) => {
    event.stopPropagation();
    const chosen = fields.find((each) => each.name === choose.value);
    choose.value = "";
    if (!chosen) {
      return;
    }
    if (fields === setup.links) {
      input.value = "";
    }
    put(input, "{{" + chosen.name + (chosen.otherwise ? "|" + chosen.otherwise : "") + "}}");
  });
  choose.addEventListener("input", (event) => event.stopPropagation());
  const tools = rich ? [
    tool(words.Bold, () => put(input, "**", "**")),
    tool(words.Link, () => put(input, "[", "](https://)")),
    tool(words.List, () => put(input, "\n- ")),
  ] : [];
  return make("div", { className: "pp-e-pick" }, choose, tools);
}

function tool(label, onclick) {
  return make("button", { type: "button", className: "pp-d-small", onclick }, label);
}

function icon(text, label, disabled, onclick) {
  return make("button", {
    type: "button", className: "pp-d-small pp-d-icon", disabled, title: label, "aria-label": label, onclick,
  }, text);
}

function card(block, at) {
  const kind = kindOf(block.kind);
  const name = kind ? kind.label : block.kind;
  const last = draft.blocks.length - 1;
  const move = (to) => {
    draft.blocks.splice(at, 1);
    draft.blocks.splice(to, 0, block);
    draw(to);
    changed();
  };
  const isFolded = folded.has(block);
  return make("li", { className: "pp-e-block", "data-block": String(at) },
    make("div", { className: "pp-e-head" },
      make("b", {}, (at + 1) + ". " + name),
      kind && kind.fields.length ? icon(isFolded ? "\u25b8" : "\u25be", words.Fold + ": " + name, false, () => {
        if (isFolded) { folded.delete(block); } else { folded.add(block); }
        draw(at);
      }) : null,
      may ? [
        icon("\u2191", words.Up + ": " + name, at === 0, () => move(at - 1)),
        icon("\u2193", words.Down + ": " + name, at === last, () => move(at + 1)),
        icon(words.Copy, words.Copy + ": " + name, false, () => {
          draft.blocks.splice(at + 1, 0, { ...block });
          draw(at + 1);
          changed();
        }),
        icon("\u00d7", words.Remove + ": " + name, false, () => {
          draft.blocks.splice(at, 1);
          draw(Math.max(0, at - 1));
          changed();
        }),
      ] : null),
    kind && kind.fields.length && !isFolded
      ? make("div", { className: "pp-e-fields" }, kind.fields.map((each) => field(each, block)))
      : null,
    make("span", { className: "pp-reason", style: "padding: 0 14px 8px;", role: "alert", "data-fault": "" }));
}

function draw(focus) {
  const own = [
    { name: "subject", label: words.Subject, type: "LINE", required: true, most: 250, choices: [] },
    { name: "preheader", label: words.Preheader, type: "LINE", required: false, most: 250, choices: [] },
  ];
  if (!composed) {
    own.push(
      { name: "heading", label: words.Heading, type: "LINE", required: true, most: 250, choices: [] },
      { name: "intro", label: words.Intro, type: "TEXT", required: false, most: 2000, choices: [] },
      { name: "closing", label: words.Closing, type: "TEXT", required: false, most: 2000, choices: [] });
  } else {
    own.push({ name: "reason", label: words.Reason, type: "LINE", required: false, most: 250, choices: [] });
  }
  const top = make("div", { className: "pp-d-panel", "data-block": "-1" },
    own.map((each) => composed ? field(each, draft) : velocity(each)),
    make("span", { className: "pp-reason", role: "alert", "data-fault": "" }));
  top.style.display = "grid";
  top.style.gap = "12px";
  root.replaceChildren(top);
  if (composed) {
    root.append(
      make("ol", { className: "pp-e-list" }, draft.blocks.map(card)),
      may ? adder() : "");
    if (focus !== undefined) {
      const target = root.querySelector(`[data-block="${focus}"] .pp-e-head button`);
      if (target) { target.focus(); }
    }
  }
  mark(marks);
}

/** A text of a mail that was written as Velocity: no picker, as its fields are written otherwise. */
function velocity(of) {
  const slot = field(of, draft);
  const pick = slot.querySelector(".pp-e-pick");
  if (pick) { pick.remove(); }
  return slot;
}

function adder() {
  return make("div", { className: "pp-d-panel" },
    make("h3", {}, words.Add),
    make("div", { className: "pp-e-add" }, setup.kinds.map((kind) => make("button", {
      type: "button", className: "pp-d-small", title: kind.help,
      onclick() {
        const block = { kind: kind.key };
        kind.fields.forEach((each) => { block[each.name] = each.choices.length ? each.choices[0].value : ""; });
        draft.blocks.push(block);
        draw(draft.blocks.length - 1);
        changed();
      },
    }, "+ " + kind.label))));
}

function told_of(answer) {
  const problems = answer.problems || [];
  if (problems.length) {
    say("pp-alert pp-e-problems", make("ul", {}, problems.map((each) => make("li", {}, each.text))));
    mark(problems);
    const bad = root.querySelector(".pp-e-bad");
    if (bad) { bad.scrollIntoView({ block: "center" }); }
  } else if (answer.broken) {
    say("pp-alert", answer.broken);
  } else if (answer.told) {
    say("pp-box pp-e-told", answer.told);
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (state) { state.textContent = words.Saving; }
  try {
    const answer = await post(root.dataset.base + "/save", sent());
    if (answer.conflict) {
      conflict(answer);
      return;
    }
    told_of(answer);
    if (answer.version) {
      form.elements.version.value = answer.version;
      unsaved.done();
      if (state) { state.textContent = words.Saved; }
    } else if (state) {
      state.textContent = words.Unsaved;
    }
  } catch (gone) {
    say("pp-alert", words.Gone);
  }
});

function conflict(answer) {
  unsaved.touch();
  say("pp-alert", make("p", {}, answer.conflict),
    make("ul", {}, answer.differences.map((each) => make("li", {}, each))),
    make("button", {
      type: "button", className: "pp-d-small",
      onclick() {
        form.elements.version.value = answer.theirVersion;
        form.requestSubmit();
      },
    }, words.UseMine));
}

const test = document.getElementById("pp-mail-test");
if (test) {
  test.addEventListener("click", async () => {
    test.disabled = true;
    try {
      told_of(await post(root.dataset.base + "/test", sent()));
    } catch (gone) {
      say("pp-alert", words.Gone);
    }
    test.disabled = false;
  });
}

const plain = document.getElementById("pp-mail-plain");
plain.addEventListener("click", () => {
  const text = document.getElementById("pp-mail-text");
  text.hidden = !text.hidden;
  side.querySelector("iframe").hidden = !text.hidden;
  plain.setAttribute("aria-pressed", String(!text.hidden));
});

if (order) {
  order.addEventListener("input", (event) => { event.stopPropagation(); refresh(); });
  order.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); } });
  document.getElementById("pp-mail-newest").addEventListener("click", async () => {
    const answer = await post(root.dataset.base + "/preview", sent({ order: "*", dark: frame.dark() }));
    order.value = answer.order || "";
    show(answer);
  });
}

const compare = document.getElementById("pp-mail-compare");
if (compare) {
  compare.addEventListener("click", async () => {
    const out = document.getElementById("pp-mail-differences");
    const number = document.getElementById("pp-mail-versions").value;
    const answer = await post(root.dataset.base + "/compare", sent({ number }));
    if (answer.broken) {
      out.replaceChildren(make("p", {}, answer.broken));
      return;
    }
    out.replaceChildren(
      answer.differences.length
        ? make("ul", {}, answer.differences.map((each) => make("li", {}, each)))
        : make("p", {}, words.NoDifferences),
      may && answer.differences.length ? make("button", {
        type: "button", className: "pp-d-small",
        onclick() {
          draft = JSON.parse(answer.draft);
          marks = [];
          draw();
          changed();
          out.replaceChildren();
          window.scrollTo(0, 0);
        },
      }, words.Restore) : "");
  });
}

draw();
refresh();
