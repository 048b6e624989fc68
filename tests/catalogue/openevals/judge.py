from openevals.llm import create_llm_as_judge

judge = create_llm_as_judge(prompt=PROMPT)
