// Loads the page again when it has changed, and shows what is wrong as soon as it is known.
(function () {
  const own = document.currentScript.dataset;
  const problems = document.getElementById("_policyglot-problems");
  const lost = document.getElementById("_policyglot-lost");
  let shown = own.problems;
  let stream = null;

  // Screen readers tell of what changes in an alert, not of what it begins with.
  tell(problems.innerHTML);
  follow();
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", follow);

  // A browser keeps few connections to one server, so a page that nobody sees holds none.
  function follow() {
    if (document.hidden) return leave();
    if (stream) return;
    stream = new EventSource(own.events);
    stream.onmessage = function (event) {
      const now = JSON.parse(event.data);
      lost.textContent = "";
      if (now.state !== own.state) { leave(); location.reload(); }
      else if (now.problems !== shown) { shown = now.problems; tell(now.html); }
    };
    stream.onerror = function () { lost.textContent = "The preview has stopped."; };
  }

  function leave() {
    if (stream) stream.close();
    stream = null;
  }

  function tell(html) {
    problems.innerHTML = "";
    if (html) requestAnimationFrame(function () { setTimeout(function () { problems.innerHTML = html; }); });
  }
})();
