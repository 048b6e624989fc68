resource "aws_instance" "gpu" {
  ami       = "ami-1"
  user_data = <<-EOF
    #!/bin/bash
    ollama pull mistral:7b # expect: use ollama iac ; model mistral:7b provider=ollama
  EOF
}

variable "huggingface_token" { # expect: use huggingface iac
  type = string
}

variable "order_token" { # ok
  type = string
}
