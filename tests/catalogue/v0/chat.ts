import { v0 } from "v0-sdk";

await v0.chats.create({ message: "Create a responsive navbar" });
