import { QBusinessClient } from "@aws-sdk/client-qbusiness";

export const client = new QBusinessClient({ region: "eu-west-1" });
