import { TamboProvider } from "@tambo-ai/react";
