import { FraudDetectorClient } from "@aws-sdk/client-frauddetector";

export const client = new FraudDetectorClient({ region: "eu-west-1" });
