# The units of a team should cohere: see docs. We command nothing here.
cohere = {"team": "units that cohere"}
print(cohere["team"])
