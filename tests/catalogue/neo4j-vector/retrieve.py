from neo4j import GraphDatabase
from neo4j_graphrag.retrievers import VectorRetriever

retriever = VectorRetriever(GraphDatabase.driver("neo4j://localhost"), "moviePlots", embedder)
