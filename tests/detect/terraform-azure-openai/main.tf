variable "deployments" {
  default = {
  # expect: use azure-openai iac
    chat  = { model = "gpt-4o", version = "2024-08-06" } # expect: model gpt-4o provider=azure-openai variable=var.deployments publisher=openai
    embed = { model = "text-embedding-3-small", version = "1" } # expect: model text-embedding-3-small provider=azure-openai
  }
}

locals {
  location = "swedencentral"
}

resource "azurerm_cognitive_account" "this" { # expect: endpoint https://acme-chat.openai.azure.com provider=azure-openai exposure=private region=swedencentral
  name                          = "acme"
  kind                          = "OpenAI"
  location                      = local.location
  custom_subdomain_name         = "acme-chat"
  public_network_access_enabled = false
}

resource "azurerm_cognitive_deployment" "this" {
  for_each             = var.deployments
  name                 = each.key
  cognitive_account_id = azurerm_cognitive_account.this.id
  model {
    format  = "OpenAI"
    name    = each.value.model
    version = each.value.version
  }
}

resource "azurerm_cognitive_account" "forms" { # expect: use azure-cognitive-services iac
  name = "forms"
  kind = "FormRecognizer"
}
