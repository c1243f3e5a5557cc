"""The words of policies, beside those of `messages`: headings, list items, tables and links, written for this benchmark."""

HEADINGS = (
    "Scope of this Policy", "Definitions", "Information that we collect", "How we use information", "Legal bases for processing",
    "Sharing and disclosure", "International transfers", "Retention of personal data", "Security measures", "Your rights and choices",
    "Children and minors", "Cookies and similar technologies", "Automated decisions", "Complaints and remedies",
    "Changes to this Policy", "Obligations of the Customer", "Fees and payment", "Suspension and termination",
    "Intellectual property", "Confidentiality", "Warranties and disclaimers", "Limitation of liability", "Indemnification",
    "Governing law and venue", "Notices", "Audit and records", "Sub-processors", "Assistance and cooperation",
)  # fmt: skip
SUBHEADINGS = (
    "Information that you provide", "Information that is collected automatically", "Information from third parties",
    "Purposes of the processing", "Periods of retention", "Exercise of your rights", "Procedure for requests", "Exceptions",
    "Emergency measures", "Responsibilities of the parties", "Duties after termination", "Records of consent",
)  # fmt: skip
ITEMS = (
    "name and postal address", "the date of your registration", "identifiers of your devices", "records of your payments",
    "language and time zone", "preferences for notices", "messages to customer support", "documents for verification",
    "the history of your orders", "ratings and reviews", "recordings of calls, where they are permitted",
    "answers to surveys", "approximate location", "technical logs and error reports", "membership in organisations",
    "copies of contracts", "access rights and roles", "references from previous providers", "the content of your profile",
)  # fmt: skip
TABLE_HEADS = (
    ("Category", "Purpose", "Retention"), ("Recipient", "Information", "Safeguard"), ("Cookie", "Function", "Lifetime"),
    ("Right", "Condition", "Remedy"), ("Service", "Description", "Responsible party"),
)  # fmt: skip
CELLS = (
    "account data", "usage records", "contract performance", "fraud prevention", "billing department", "hosting provider",
    "standard clauses", "encryption at rest", "session identifier", "security of the login", "measurement of reach",
    "access and correction", "erasure", "upon request", "with consent", "payment processor", "data protection officer",
    "product improvement", "statutory duty", "support requests",
)  # fmt: skip
LINKS = (
    ("Terms of Service", "https://example.com/legal/terms"),
    ("Cookie Notice", "https://example.com/legal/cookies?version=2"),
    ("Data Processing Addendum", "https://example.com/legal/dpa"),
    ("list of sub-processors", "https://example.com/legal/sub-processors"),
    ("settings of your account", "https://app.example.com/settings/privacy"),
    ("supervisory authority", "https://authority.example/complaints"),
)
INTRODUCTIONS = (
    "The following categories are covered:", "In particular, the parties agree on the following:",
    "This applies to the following information:", "The request must contain:", "The following conditions must be met:",
)  # fmt: skip
KINDS = (
    "Privacy Policy",
    "Terms of Service",
    "Data Processing Addendum",
    "Cookie Policy",
    "Acceptable Use Policy",
    "Security Policy",
)
PRODUCTS = ("Archive", "Calendar", "Ledger", "Mail", "Monitor", "Notebook", "Payments", "Storage")
