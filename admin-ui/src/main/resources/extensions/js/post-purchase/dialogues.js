/* Rows of the dialogue in which a form's offer is chosen are reached by Tab and taken by Enter or Space. For the host's old minifier. */
(function () {
  "use strict";
  var ROWS = ".modal .list-grid-table tbody tr";
  var opener = null;
  var closing = null;
  function mark() {
    if (closing && !document.body.contains(closing)) {
      back();
    }
    var rows = document.querySelectorAll(ROWS + ":not([tabindex])");
    for (var i = 0; i < rows.length; i++) {
      if (!rows[i].querySelector(".list-grid-no-results")) {
        rows[i].setAttribute("tabindex", "0");
        rows[i].style.cursor = "pointer";
      }
    }
  }
  function back() {
    if (opener && document.body.contains(opener)) {
      opener.focus();
    }
    opener = null;
    closing = null;
  }
  function choose(event) {
    var row = event.target;
    if ((event.key !== "Enter" && event.key !== " ") || row.nodeName !== "TR" || !row.matches(ROWS)) {
      return;
    }
    event.preventDefault();
    closing = row;
    row.click();
  }
  function remember(event) {
    var button = event.target.closest ? event.target.closest(".to-one-lookup") : null;
    if (button) {
      opener = button;
    }
  }
  function begin() {
    if (window.location.pathname.indexOf("/post-purchase-") < 0) {
      return;
    }
    document.addEventListener("click", remember, true);
    document.addEventListener("keydown", choose);
    new window.MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
  }
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", begin);
  } else {
    begin();
  }
})();
