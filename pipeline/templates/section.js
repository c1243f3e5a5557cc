// Who changes the language stays at the same section: its id is the same in all languages. So does who goes to the version in
// force; but a comparison has no sections, and the links of a list lead to sections of their own.
addEventListener("hashchange", keepSection);
keepSection();

function keepSection() {
  document.querySelectorAll("#_languages a, #_notices p a:not([href*='/changes/'])").forEach(function (link) {
    link.setAttribute("href", link.getAttribute("href").split("#")[0] + location.hash);
  });
}
