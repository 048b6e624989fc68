import org.opensearch.client.opensearch._types.mapping.KnnVectorProperty; // expect: use opensearch-vector import
import org.opensearch.client.opensearch._types.mapping.KeywordProperty; // ok
class Facts {}
