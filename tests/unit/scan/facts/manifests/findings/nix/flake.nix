{
  description = "pkgs.ollama and python3Packages.cohere";
  outputs = { self, nixpkgs }: let
    pkgs = nixpkgs.legacyPackages.x86_64-linux;
    python = pkgs.python312.withPackages (ps: with ps; [ openai langchain-core numpy ]);
    other = pkgs.python3.withPackages (ps: [ ps.anthropic ps.requests ]);
  in {
    devShells.default = pkgs.mkShell {
      # pkgs.open-webui
      packages = [ python pkgs.ollama pkgs.exa pkgs.aider-chat ] ++ (with pkgs; [ ripgrep claude-code ]);
    };
    packages.default = pkgs.python3Packages.buildPythonApplication {
      pname = "openai-tools";
      dependencies = with pkgs.python3Packages; [ tiktoken requests ];
      nativeCheckInputs = [ pkgs.python312Packages.mistralai ];
    };
  };
}
