from docling.document_converter import DocumentConverter

result = DocumentConverter().convert("invoice.pdf")
