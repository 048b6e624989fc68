import { AnalyzeDocumentCommand, TextractClient } from "@aws-sdk/client-textract";

const client = new TextractClient({ region: "eu-west-1" });
