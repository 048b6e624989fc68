param memoryStore string = 'Qdrant' // ok: a name

resource api 'Microsoft.Web/sites@2022-09-01' = {
  name: 'api'
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'Memory:Services:OpenAI:APIKey' // expect: use openai iac
          value: 'set-later'
        }
        {
          name: 'AzureOpenAI__Endpoint' // expect: use azure-openai iac
          value: 'set-later'
        }
        {
          name: 'Logging:LogLevel:Default' // ok
          value: 'Information'
        }
      ]
    }
  }
}

resource store 'Microsoft.Web/sites@2022-09-01' = {
  name: 'store'
  properties: {
    siteConfig: {
      linuxFxVersion: 'DOCKER|qdrant/qdrant:v1.9' // expect: use qdrant iac
    }
  }
}

resource web 'Microsoft.Web/sites@2022-09-01' = {
  name: 'web'
  properties: {
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|8.0' // ok
    }
  }
}
