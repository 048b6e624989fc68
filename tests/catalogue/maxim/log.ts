import { Maxim } from "@maximai/maxim-js";

const maxim = new Maxim({ apiKey: "k" });
