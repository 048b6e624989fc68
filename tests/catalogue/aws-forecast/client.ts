import { ForecastClient } from "@aws-sdk/client-forecast";

export const client = new ForecastClient({ region: "eu-west-1" });
