import co.elastic.clients.elasticsearch._types.KnnSearch; // expect: use elasticsearch-vector import
class Near {}
