import { DetectFacesCommand, RekognitionClient } from "@aws-sdk/client-rekognition";

await new RekognitionClient({}).send(new DetectFacesCommand({ Image: { Bytes: photo } }));
