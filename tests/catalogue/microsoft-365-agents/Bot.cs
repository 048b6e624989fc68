using Microsoft.Agents.Builder;
using Microsoft.Agents.Builder.App;

public class Bot(AgentApplicationOptions options) : AgentApplication(options);
