import agentql

page = agentql.wrap(browser.new_page())
