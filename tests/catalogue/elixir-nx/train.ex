defmodule Train do
  def run(data), do: Nx.tensor(data)
end
