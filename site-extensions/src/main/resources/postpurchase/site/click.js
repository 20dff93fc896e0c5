/* Tells the shop once that a person followed a link of a mail: the link carries a signed parameter,
   which is taken out of the address bar at once and reported after a sign of a person. Sets no
   cookie, keeps nothing, asks nothing about the device. */
(function () {
  "use strict";
  var NAME = "pp_click=";
  var VISIBLE_MS = 3000;
  var EVERY_MS = 250;
  var SIGNS = ["pointerdown", "pointermove", "touchstart", "keydown", "wheel"];

  var script = document.currentScript;
  var token = "";
  var rest = window.location.search.slice(1).split("&").filter(function (part) {
    if (part.indexOf(NAME) !== 0) {
      return part !== "";
    }
    token = part.slice(NAME.length);
    return false;
  });
  if (!token || !script) {
    return;
  }
  try {
    window.history.replaceState(window.history.state, "",
      window.location.pathname + (rest.length ? "?" + rest.join("&") : "") + window.location.hash);
  } catch (notAllowed) {
    // the address keeps the parameter, which harms nobody
  }
  if (window.navigator.webdriver || !window.fetch || !/^[A-Za-z0-9._-]{10,120}$/.test(token)) {
    return;
  }

  var seen = 0;
  var timer = null;
  var done = false;

  function report() {
    if (done) {
      return;
    }
    done = true;
    window.clearInterval(timer);
    SIGNS.forEach(function (sign) {
      window.removeEventListener(sign, onSign, true);
    });
    var address = script.src.replace(/click\.js(\?.*)?$/, "click/" + token);
    window.fetch(address, {
      method: "POST", keepalive: true, credentials: "omit", cache: "no-store",
      referrerPolicy: "no-referrer"
    }).catch(function () {
      // a click that is not counted is no harm
    });
  }

  function onSign(event) {
    if (event.isTrusted && !document.prerendering && document.visibilityState === "visible") {
      report();
    }
  }

  function start() {
    SIGNS.forEach(function (sign) {
      window.addEventListener(sign, onSign, { capture: true, passive: true });
    });
    timer = window.setInterval(function () {
      seen = document.visibilityState === "visible" ? seen + EVERY_MS : 0;
      if (seen >= VISIBLE_MS) {
        report();
      }
    }, EVERY_MS);
  }

  if (document.prerendering) {
    document.addEventListener("prerenderingchange", start, { once: true });
  } else {
    start();
  }
})();
