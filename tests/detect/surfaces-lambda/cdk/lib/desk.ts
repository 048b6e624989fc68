import * as path from "path";
import { Stack } from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";

export class Desk extends Stack {
  constructor() {
    super();
    const chat = new lambda.Function(this, "Chat", {
      runtime: lambda.Runtime.PYTHON_3_12,
      handler: "index.main",
      code: lambda.Code.fromAsset(path.join(__dirname, "../lambda/chat")),
    });
    const digest = new NodejsFunction(this, "Digest", { entry: "lambda/digest/index.ts", handler: "chat" });
    digest.addEventSource(new SqsEventSource(this.queue));
    const desk = new apigateway.RestApi(this, "Api").root.addResource("desk");
    const integration = new apigateway.LambdaIntegration(chat);
    desk.addResource("messages").addMethod("POST", integration);
  }
}
