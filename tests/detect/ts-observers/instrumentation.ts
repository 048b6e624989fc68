import { LangfuseSpanProcessor } from "@langfuse/otel"; // expect: use langfuse import

// expect: observer langfuse init on providers= unresolved=it_hands_on_what_instrumentation_records,_and_which_calls_those_are_is_not_told_here
export const processor = new LangfuseSpanProcessor();
