import { traceable } from "langsmith/traceable";

export const answer = traceable(async (q: string) => q);
