defmodule AppWeb.ChatLive do
  use AppWeb, :live_view
  alias App.Llm
  # expect: surface chat route http route=/chat-live/handle-event
  def handle_event("send", %{"text" => text}, socket) do
    {:noreply, assign(socket, :answer, Llm.ask(text))}
  end
end
