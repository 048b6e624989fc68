from unstructured.partition.auto import partition

elements = partition("report.pdf")
