import { PersonalizeClient } from "@aws-sdk/client-personalize";

export const client = new PersonalizeClient({ region: "eu-west-1" });
