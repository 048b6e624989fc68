job "llm" {
  group "g" {
    task "server" {
      driver = "docker"
      config {
        image = "ollama/ollama:0.5" # expect: use ollama container
      }
    }
    task "screen" {
      driver = "docker"
      config { image = "registry.example.com/screen:1" } # ok
      template {
        env  = true
        data = <<EOH
ANTHROPIC_API_KEY={{ key "anthropic" }} # expect: use anthropic container
SHOP_API_KEY={{ key "shop" }} # ok
EOH
      }
    }
  }
}
