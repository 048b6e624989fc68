import { createEnv } from "@t3-oss/env-nextjs";
import { cleanEnv, str } from "envalid";
import { z } from "zod";
import * as v from "valibot";
import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import Joi from "joi";
import convict from "convict";
import env from "env-var";

export const t3 = createEnv({
  server: {
    T3_MODEL: z.string().min(1).default("gpt-4o"), // expect: model gpt-4o provider=openai variable=T3_MODEL
    T3_NEEDED: z.string(),
  },
  runtimeEnv: { T3_MODEL: process.env.T3_MODEL, T3_NEEDED: process.env.T3_NEEDED },
});

export const clean = cleanEnv(process.env, {
  CLEAN_MODEL: str({ default: "gpt-4o-mini", desc: "the model" }), // expect: model gpt-4o-mini provider=openai variable=CLEAN_MODEL
  CLEAN_DEV: str({ devDefault: "gpt-4.1" }), // expect: model gpt-4.1 provider=openai variable=CLEAN_DEV
});

const schema = z.object({
  ZOD_MODEL: z.string().optional().default("gpt-4.1-mini"), // expect: model gpt-4.1-mini provider=openai variable=ZOD_MODEL
  ZOD_ENUM: z.enum(["o3", "o4-mini"]).default("o3"), // expect: model o3 provider=openai variable=ZOD_ENUM ; model o4-mini provider=openai
});
export const parsed = schema.parse(process.env);
const safe = schema.safeParse(process.env);
if (!safe.success) throw new Error("bad env");
export const config = safe.data;

const big = schema.extend({ BIG_MODEL: z.string().default("gpt-4-turbo") }); // expect: model gpt-4-turbo provider=openai variable=BIG_MODEL
export const { BIG_MODEL } = big.parse(process.env);

const vschema = v.object({ V_MODEL: v.optional(v.string(), "gpt-4") }); // expect: model gpt-4 provider=openai variable=V_MODEL
export const valid = v.parse(vschema, process.env);

const tschema = Type.Object({ TB_MODEL: Type.String({ default: "gpt-3.5-turbo" }) }); // expect: model gpt-3.5-turbo provider=openai variable=TB_MODEL
export const boxed = Value.Parse(tschema, process.env);

const jschema = Joi.object({ JOI_MODEL: Joi.string().default("gpt-5") }).unknown(); // expect: model gpt-5 provider=openai variable=JOI_MODEL
const { value: joi } = jschema.validate(process.env);
export { joi };

export const conv = convict({
  llm: { model: { doc: "the model", format: String, default: "gpt-5-mini", env: "CONVICT_MODEL" } }, // expect: model gpt-5-mini provider=openai variable=CONVICT_MODEL
});

export const ENV_VAR = env.get("ENVVAR_MODEL").default("gpt-5-nano").asString(); // expect: model gpt-5-nano provider=openai variable=ENVVAR_MODEL
export const DENO = Deno.env.get("DENO_MODEL") ?? "o1"; // expect: model o1 provider=openai variable=DENO_MODEL
export const BUN = Bun.env.BUN_MODEL || "o1-mini"; // expect: model o1-mini provider=openai variable=BUN_MODEL
export const VITE = import.meta.env.VITE_MODEL ?? "o3-mini"; // expect: model o3-mini provider=openai variable=VITE_MODEL
export const TERN = process.env.TERN_MODEL ? process.env.TERN_MODEL : "gpt-4o-2024-08-06"; // expect: model gpt-4o-2024-08-06 provider=openai variable=TERN_MODEL
export const { DESTR_MODEL = "gpt-4o-2024-05-13" } = process.env; // expect: model gpt-4o-2024-05-13 provider=openai variable=DESTR_MODEL
export const BANG = process.env.BANG_MODEL!;

export function getEnv(name: string, fallback?: string): string {
  const value = process.env[name];
  if (value === undefined) {
    if (fallback === undefined) throw new Error(`missing ${name}`);
    return fallback;
  }
  return value;
}
export const HELPED = getEnv("HELPED_MODEL", "gpt-4-0613"); // expect: model gpt-4-0613 provider=openai variable=HELPED_MODEL
