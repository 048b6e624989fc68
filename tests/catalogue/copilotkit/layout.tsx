import { CopilotKit } from "@copilotkit/react-core";

export default ({ children }) => <CopilotKit runtimeUrl="/api/copilotkit">{children}</CopilotKit>;
