{ config, pkgs, ... }:
{
  services.ollama.enable = true;
  services.qdrant = {
    enable = true;
  };
  services.redis.enable = true;
  services.litellm.enable = false;
  environment.variables.NOTE = ''services.open-webui.enable = true'';
}
