import dev.langchain4j.community.model.oracle.oci.genai.OciGenAiChatModel;

class Chat {
  OciGenAiChatModel model = OciGenAiChatModel.builder().modelName("meta.llama-3.3-70b-instruct").build();
}
