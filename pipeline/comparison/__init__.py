"""What has changed from one version of a document to another, in one language. Values in, values out."""

from pipeline.comparison.passages import passages
