param name string
param kind string = 'OpenAI'
param deployments array = []
param location string = resourceGroup().location

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = { // expect: use azure-openai iac; use azure-cognitive-services iac; endpoint https://acme.openai.azure.com provider=azure-openai exposure=public
  name: name
  location: location
  kind: kind
  properties: { customSubDomainName: name, publicNetworkAccess: 'Enabled' }
}

@batchSize(1)
resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = [for item in deployments: {
  parent: account
  name: item.name
  properties: { model: item.model }
}]
