"""The documents as a site that Docusaurus makes of them."""
