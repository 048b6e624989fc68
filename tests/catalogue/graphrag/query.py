import graphrag.api as api
