defmodule AppWeb.ChatController do
  use AppWeb, :controller
  # expect: surface chat route http route=/chat/create
  def create(conn, %{"question" => question}) do
    json(conn, App.Llm.ask(question))
  end
  defp helper(q), do: App.Llm.ask(q)
end
