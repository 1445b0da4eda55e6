/* Improves pages that already work without it. */
(function () {
  "use strict";
  var errors = document.querySelector(".errors");
  if (errors) errors.focus();

  /* One press of a button sends once; the server would recognise the second copy anyway. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    window.setTimeout(function () { delete form.dataset.sent; }, 8000);
  });

  /* A search box for people, lots and contracts offers what it finds while one types. */
  document.querySelectorAll("input[data-find]").forEach(function (input) {
    var list = document.createElement("datalist"), timer = 0;
    list.id = input.id + "-found";
    input.setAttribute("list", list.id);
    input.after(list);
    input.addEventListener("input", function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        if (input.value.length < 2) return;
        var mark = input.dataset.find.indexOf("?") < 0 ? "?" : "&";
        fetch(input.dataset.find + mark + "q=" + encodeURIComponent(input.value)).then(function (answer) {
          return answer.ok ? answer.json() : { found: [] };
        }).then(function (answer) {
          list.replaceChildren.apply(list, answer.found.map(function (text) {
            var option = document.createElement("option");
            option.value = text;
            return option;
          }));
        }).catch(function () { list.replaceChildren(); });
      }, 250);
    });
  });

  /* Leaving a half-filled form asks first. */
  document.querySelectorAll("form[data-keep]").forEach(function (form) {
    var changed = false;
    form.addEventListener("input", function () { changed = true; });
    form.addEventListener("submit", function () { changed = false; });
    window.addEventListener("beforeunload", function (event) { if (changed) event.preventDefault(); });
  });

  /* A page that reports progress looks again by itself. */
  var progress = document.querySelector("[data-again]");
  if (progress) window.setTimeout(function () { window.location.reload(); }, 1000 * Number(progress.dataset.again));

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
