import { Agent } from "@mariozechner/pi-agent-core"

export const agent = new Agent()
