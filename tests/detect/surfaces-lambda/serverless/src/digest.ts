import { complete } from "./model";

export const chatDigest = async () => complete("Sum up the day");
