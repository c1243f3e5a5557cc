"""The HTML of whole sites, held to the project's own rules, the Nu HTML checker and html-validate."""
