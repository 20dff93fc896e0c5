import { body, guard, mailFrame, make, post, soon } from "./kit.js";

const form = document.getElementById("pp-brand-form");
const side = document.getElementById("pp-brand-preview");
const notes = document.getElementById("pp-brand-contrast");
const data = document.getElementById("pp-brand-logo-data");
const file = document.getElementById("pp-brand-logo-file");
const fault = document.getElementById("pp-brand-logo-fault");

const refresh = soon(async (isLast) => {
  const sent = body(form, { dark: mail.dark() });
  sent.delete("logoData");
  try {
    const answer = await post(side.dataset.preview, sent);
    if (isLast()) {
      mail.show(answer.html);
      contrast(answer.failing);
    }
  } catch (gone) {
    notes.textContent = side.dataset.gone;
  }
});
const mail = mailFrame(side, refresh);
guard(form);

function contrast(failing) {
  notes.replaceChildren(
    ...failing.map((each) =>
      make("p", {}, each.text + " ",
        make("button", {
          type: "button",
          className: "pp-d-small",
          textContent: each.cureText,
          onclick() {
            set(each.field, each.cure);
            refresh();
          },
        }))));
  notes.hidden = failing.length === 0;
}

function set(name, colour) {
  form.elements[name].value = colour;
  const well = form.querySelector(`[data-for="${name}"]`);
  if (well) {
    well.value = colour;
  }
}

form.querySelectorAll("[data-for]").forEach((well) => {
  const text = form.elements[well.dataset.for];
  well.addEventListener("input", () => { text.value = well.value; });
  text.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(text.value.trim())) {
      well.value = text.value.trim();
    }
  });
});

const usual = document.getElementById("pp-brand-usual");
if (usual) {
  usual.addEventListener("click", () => {
    const colours = usual.dataset.usual.split(" ");
    ["accent", "onAccent", "ground", "card", "ink", "soft"].forEach((name, i) => set(name, colours[i]));
    refresh();
  });
}

if (file) {
  file.addEventListener("change", () => {
    const chosen = file.files[0];
    fault.textContent = "";
    data.value = "";
    if (!chosen) {
      return;
    }
    if (chosen.size > 1024 * 1024) {
      fault.textContent = file.dataset.long;
      file.value = "";
      return;
    }
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      data.value = reader.result;
      const shown = document.getElementById("pp-brand-logo-shown");
      shown.src = reader.result;
      shown.hidden = false;
    });
    reader.readAsDataURL(chosen);
  });
}

form.addEventListener("input", refresh);
refresh();
