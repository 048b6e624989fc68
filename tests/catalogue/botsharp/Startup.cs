using BotSharp.Core;
using BotSharp.Abstraction.Agents;

builder.Services.AddBotSharpCore(builder.Configuration);
