import org.noear.solon.ai.chat.ChatModel;

class Chat {
    ChatModel model = ChatModel.of("http://127.0.0.1:11434/api/chat").model("qwen2.5").build();
}
