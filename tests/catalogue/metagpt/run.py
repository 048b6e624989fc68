from metagpt.software_company import generate_repo

generate_repo("Create a 2048 game")
