import { Eval } from "braintrust";

Eval("Say Hi Bot", { data: () => [], task: async (input) => "Hi " + input, scores: [] });
