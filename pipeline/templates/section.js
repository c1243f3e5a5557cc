// Who changes the language stays at the same section: its id is the same in all languages.
addEventListener("hashchange", keepSection);
keepSection();

function keepSection() {
  document.querySelectorAll("#_languages a, #_notices a").forEach(function (link) {
    link.setAttribute("href", link.getAttribute("href").split("#")[0] + location.hash);
  });
}
