import { evalite } from "evalite";

evalite("answers", { data: [], task: async (input) => input, scorers: [] });
