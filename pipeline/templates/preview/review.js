// The review's filters in its address, and a walk through its units by keyboard. Without it, the filters still work.
(function () {
  const units = Array.from(document.querySelectorAll(".unit"));
  const filters = Array.from(document.querySelectorAll("input[name=state]"));
  const keys = document.getElementById("_keys");
  const told = document.getElementById("_told");

  restore();
  filters.forEach(function (filter) { filter.addEventListener("change", changed); });
  keys.addEventListener("change", function () { keep(String(keys.checked)); });
  document.addEventListener("keydown", pressed);

  function restore() {
    document.querySelector(".keys").hidden = false;
    keys.checked = kept() !== "false";
    const wanted = new URLSearchParams(location.search).get("state");
    filters.forEach(function (filter) { filter.checked = filter.value === wanted || filter.checked; });
    const unit = units.find(function (one) { return "#" + one.id === location.hash; });
    if (!unit || !isShown(unit)) return;
    unit.focus({preventScroll: true});
    const place = unit.getBoundingClientRect();
    if (place.bottom < 0 || place.top > innerHeight) unit.scrollIntoView({block: "center"});
  }

  function changed(event) {
    const address = new URL(location.href);
    address.searchParams.set("state", event.target.value);
    history.replaceState(null, "", address);
    told.textContent = units.filter(isShown).length + " of " + units.length + " units shown";
  }

  // The letters can be switched off, for those who talk to their computer; the arrows are taken on a unit only.
  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const onUnit = document.activeElement.matches(".unit");
    const step = keys.checked ? {j: 1, k: -1}[event.key] : 0;
    const arrow = onUnit ? {ArrowDown: 1, ArrowUp: -1}[event.key] : 0;
    if (!step && !arrow) return;
    event.preventDefault();
    go(step || arrow);
  }

  function go(step) {
    const shown = units.filter(isShown);
    const here = shown.indexOf(document.activeElement.closest(".unit"));
    const unit = shown[here < 0 ? first(shown) : here + step];
    if (!unit) return;
    unit.focus({preventScroll: true});
    unit.scrollIntoView({block: "nearest"});
    history.replaceState(null, "", location.pathname + location.search + "#" + unit.id);
  }

  // Where nothing is chosen yet, the walk begins with what is in view.
  function first(shown) {
    const place = shown.findIndex(function (unit) { return unit.getBoundingClientRect().top >= 0; });
    return Math.max(place, 0);
  }

  function isShown(unit) { return unit.checkVisibility(); }
  function kept() { try { return localStorage.getItem("policyglot-keys"); } catch { return null; } }
  function keep(value) { try { localStorage.setItem("policyglot-keys", value); } catch { /* then it is not kept */ } }
})();
