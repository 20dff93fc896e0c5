/* What the screens with a preview share. No library, no request but to the page's own server. */

/** The form as a body, with the host's token in it. */
export function body(form, extra) {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") {
      data.append(name, value);
    }
  }
  Object.entries(extra || {}).forEach(([name, value]) => data.set(name, value));
  return data;
}

export async function post(url, data) {
  const answer = await fetch(url, { method: "POST", body: data, credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}

/** Calls the work when nothing was typed for a moment; answers that come late are left out. */
export function soon(work, wait = 350) {
  let timer;
  let asked = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const mine = ++asked;
      work(() => mine === asked);
    }, wait);
  };
}

export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (key in element && key !== "list" && key !== "style") {
      element[key] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  });
  children.flat().forEach((child) => {
    if (child !== null && child !== undefined) {
      element.append(child);
    }
  });
  return element;
}

/** The frame of a mail: width and light are switched here, the rest comes from the server. */
export function mailFrame(root, changed) {
  const frame = root.querySelector("iframe");
  const state = { dark: false };
  root.querySelectorAll("[data-width]").forEach((button) => {
    button.addEventListener("click", () => {
      root.classList.toggle("pp-d-phone", button.dataset.width === "phone");
      press(root, "[data-width]", button);
    });
  });
  root.querySelectorAll("[data-light]").forEach((button) => {
    button.addEventListener("click", () => {
      state.dark = button.dataset.light === "dark";
      press(root, "[data-light]", button);
      changed();
    });
  });
  return {
    dark: () => state.dark,
    show(html) {
      if (frame.srcdoc !== html) {
        frame.srcdoc = html;
      }
    },
  };
}

function press(root, all, chosen) {
  root.querySelectorAll(all).forEach((each) => {
    each.setAttribute("aria-pressed", String(each === chosen));
  });
}

/** Asks before a page with unsaved changes is left. */
export function guard(form) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
  return { touch() { changed = true; }, done() { changed = false; } };
}
