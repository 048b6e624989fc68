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
