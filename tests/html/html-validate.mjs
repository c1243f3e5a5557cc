// How html-validate reads the pages: its recommended rules, and what is set otherwise, each with its reason.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A list may be given a name (WAI-ARIA 1.2, role list), as the list of unfinished translations is.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // HTML takes either case (HTML 13.1.1); the templates write small letters.
    "doctype-style": ["error", { style: "lowercase" }],
    // An id may begin with any character and hold any but white space (HTML 3.2.6). Ours come from headings, in any script,
    // and often begin with a number.
    "valid-id": ["error", { relaxed: true }],
  },
};
