from landingai_ade import LandingAIADE

client = LandingAIADE()
