from gpt_researcher import GPTResearcher

researcher = GPTResearcher(query="why?", report_type="research_report")
