import * as aws from "@pulumi/aws";
import { storage } from "@pulumi/azure-native";

export const files = new aws.s3.Bucket("vertex"); // ok
export const account = new storage.StorageAccount("openai", { kind: "OpenAI" }); // ok
