import { createPipelineExecutor } from "@promptbook/core";

const execute = createPipelineExecutor({ pipeline, tools });
