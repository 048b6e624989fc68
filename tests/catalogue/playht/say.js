import * as PlayHT from "playht";

await PlayHT.stream("Hello", { voiceEngine: "PlayDialog" });
