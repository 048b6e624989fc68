using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using OpenAI.Chat;  // expect: use openai import

namespace Acme;

public class Chat
{
    private readonly ChatClient client = new ChatClient("gpt-4o", "k");  // expect: model gpt-4o provider=openai

    // expect: surface chat route http route=/chat
    public async Task<APIGatewayProxyResponse> FunctionHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var answer = await client.CompleteChatAsync(request.Body);  // expect: flow openai user-content
        return new APIGatewayProxyResponse { Body = answer.ToString() };
    }
}
