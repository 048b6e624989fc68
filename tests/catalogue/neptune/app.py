from neptune import init_run

run = init_run(project="team/p")
