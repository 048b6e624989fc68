using Aspire.Hosting;

var builder = DistributedApplication.CreateBuilder(args);
// expect: use ollama container
builder.AddResource(new ModelServer("chat")).WithImage("ollama/ollama", tag: "0.6.5");
builder.AddContainer("cache", "library/redis");
builder.AddContainer("vectors", "qdrant/qdrant", "v1.9");  // expect: use qdrant container
Console.WriteLine("qdrant/qdrant"); // ok: said, not run
