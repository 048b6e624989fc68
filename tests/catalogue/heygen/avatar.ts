import StreamingAvatar from "@heygen/streaming-avatar";

const avatar = new StreamingAvatar({ token });
