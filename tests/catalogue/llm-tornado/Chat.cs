using LlmTornado;
using LlmTornado.Chat;

var api = new TornadoApi("key");
var chat = api.Chat.CreateConversation();
