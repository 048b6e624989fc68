import { LanguageModelRegistry } from "@theia/ai-core";

export class Models { constructor(readonly registry: LanguageModelRegistry) {} }
