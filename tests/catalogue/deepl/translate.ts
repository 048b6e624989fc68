import * as deepl from "deepl-node";

const client = new deepl.DeepLClient(key);
