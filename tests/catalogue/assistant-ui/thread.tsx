import { ThreadPrimitive } from "@assistant-ui/react";

export const Thread = () => <ThreadPrimitive.Root />;
