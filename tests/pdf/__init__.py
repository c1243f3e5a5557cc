"""What other programs make of the Markdown, and the PDFs."""
