from youdotcom import You

you = You()
