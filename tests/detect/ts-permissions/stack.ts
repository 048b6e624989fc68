import * as iam from "aws-cdk-lib/aws-iam";

export const policies = [
  new iam.PolicyStatement({ actions: ["bedrock:InvokeModel", "bedrock:Converse*"], resources: ["*"] }), // expect: use aws-bedrock iac
  new iam.PolicyStatement({ actions: ["sagemaker:InvokeEndpoint"], resources: ["*"] }), // expect: use aws-sagemaker iac
  new iam.PolicyStatement({ actions: ["s3:GetObject", "sagemaker:CreateApp"], resources: ["*"] }), // ok
];
export const note = "grant bedrock: read the docs first"; // ok
