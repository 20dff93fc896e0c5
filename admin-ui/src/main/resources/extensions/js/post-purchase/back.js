/* The link from an entry back to its list leads to the tab, the search and the page that it was left on. Written for the host's old minifier. */
(function () {
  "use strict";
  function path(place) {
    return place.pathname.split(";")[0].replace(/^([^\/])/, "/$1");
  }
  function remember(page) {
    if (page.querySelector(".pp-tabs")) {
      window.sessionStorage.setItem("pp-list " + path(window.location), window.location.search);
    }
  }
  function lead(page) {
    var first = page.querySelector("p");
    var back = first && first.querySelector("a");
    if (!back || back.search || path(window.location).indexOf(path(back) + "/") !== 0) {
      return;
    }
    var left = window.sessionStorage.getItem("pp-list " + path(back));
    if (left) {
      back.search = left;
    }
  }
  function begin() {
    var page = document.querySelector(".pp");
    if (!page) {
      return;
    }
    try {
      remember(page);
      lead(page);
    } catch (refused) {
      return; /* a browser that keeps nothing: the link leads to the list as it begins */
    }
  }
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", begin);
  } else {
    begin();
  }
})();
