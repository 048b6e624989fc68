import cn.hutool.ai.AIUtil;
import cn.hutool.ai.ModelName;

class Chat {
    String answer = AIUtil.chat(config, "Hello");
}
