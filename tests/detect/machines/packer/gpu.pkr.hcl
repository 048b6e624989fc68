build {
  provisioner "shell" {
    inline = [
      "apt-get install -y curl",
      "ollama pull llama3.1:8b", # expect: use ollama container ; model llama3.1:8b provider=ollama
    ]
  }
}
