"""PDFs in many languages, held to PDF/UA-1 and PDF/A-2a, and read back."""
