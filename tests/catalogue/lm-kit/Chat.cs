using LMKit.Model;
using LMKit.TextGeneration;

var chat = new MultiTurnConversation(new LM(uri));
