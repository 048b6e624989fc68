import { lockType } from 'br/public:avm/utl/types/avm-common-types:0.6.1'

@description('Uses gpt-4 by default')
@allowed(['gpt-4o', 'gpt-4o-mini']) // expect: model gpt-4o provider=azure-openai variable=chatModel; model gpt-4o-mini provider=azure-openai variable=chatModel; use azure-openai iac
param chatModel string = 'gpt-4o-mini'
param deploymentName string = 'gpt-4' // ok
param tags object?

module openAi 'ai/account.bicep' = if (!empty(tags)) {
  name: 'openai'
  params: {
    name: 'acme'
    deployments: [
      {
        name: deploymentName
        model: { format: 'OpenAI', name: chatModel, version: '2024-07-18' }
      }
    ]
  }
}

module forms 'ai/account.bicep' = {
  params: {
    name: tags.?name ?? 'forms'
    kind: 'FormRecognizer' // expect: use azure-cognitive-services iac
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AZURE_SEARCH_SERVICE', value: search.properties!.endpoint } // expect: use azure-ai-search iac
        { name: 'GREETING', value: 'ask gpt-4o' } // ok
      ]
    }
  }
}

output endpoint string = openAi.outputs.endpoint
