/* Wide tables that scroll are reached and named by keyboard, and no others. Written for the host's old minifier. */
(function () {
  "use strict";
  var WIDE = ".pp-scroll, .pp-s-strip";
  var waiting = false;
  function heading(box) {
    var caption = box.querySelector("caption");
    for (var at = caption ? null : box; at && at !== document.body; at = at.parentNode) {
      for (var before = at; before; before = before.previousElementSibling) {
        if (/^(H[1-6]|SUMMARY|LEGEND)$/.test(before.tagName)) {
          return before.textContent;
        }
      }
    }
    return caption ? caption.textContent : document.title;
  }
  function mark(box) {
    var wide = box.scrollWidth > box.clientWidth + 1;
    if (wide && !box.hasAttribute("tabindex")) {
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", heading(box).replace(/\s+/g, " ").trim());
    } else if (!wide && box.hasAttribute("tabindex") && box !== document.activeElement) {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
      box.removeAttribute("aria-label");
    }
  }
  function all() {
    waiting = false;
    var boxes = document.querySelectorAll(WIDE);
    for (var i = 0; i < boxes.length; i++) {
      mark(boxes[i]);
    }
  }
  function soon() {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(all);
    }
  }
  function begin() {
    if (!document.querySelector(".pp")) {
      return;
    }
    all();
    window.addEventListener("load", soon);
    window.addEventListener("resize", soon);
    document.addEventListener("toggle", soon, true);
    new window.MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  }
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", begin);
  } else {
    begin();
  }
})();
