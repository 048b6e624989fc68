defmodule Coach do
  use Jido.AI.Agent
end
