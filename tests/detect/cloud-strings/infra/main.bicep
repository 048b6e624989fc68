// expect: use pgvector iac
resource allowed 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2023-03-01-preview' = {
  name: 'azure.extensions'
  properties: { value: 'VECTOR,PG_TRGM' }
}

resource timeout 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2023-03-01-preview' = {
  name: 'statement_timeout'
  properties: { value: '5000' } // ok
}

param instances object = {
  first: {
    deployments: [
      {
        name: 'chat'
        model: {
          format: 'OpenAI'
          name: 'gpt-4o-mini' // expect: use azure-openai iac ; model gpt-4o-mini provider=azure-openai
          version: '2024-07-18'
        }
      }
      {
        name: 'orders'
        model: {
          format: 'Orders'
          name: 'fast' // ok
        }
      }
    ]
  }
}
