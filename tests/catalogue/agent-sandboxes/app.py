from llm_sandbox import SandboxSession

with SandboxSession(lang="python") as session:
    session.run("print(1)")
