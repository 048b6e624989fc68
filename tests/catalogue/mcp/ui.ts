import { createUIResource } from "@mcp-ui/server";

export const card = createUIResource({ uri: "ui://card/1", content: { type: "rawHtml", htmlString: "<p/>" }, encoding: "text" });
